package hobson.parts.parameter;

import hobson.engine.Reader;
import hobson.engine.parameter.ParameterValue;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import hobson.parts.Showing;
import java.util.List;

/** How values are shown ({@code objects.md §7.2}): of a password or a file there is only the name. */
final class ValueSchemas {
    private static final Show VALUE = Show.at(4);

    private final Schema<ParameterValue, Reader> base = Schema.<ParameterValue, Reader>named(
                    "hudson.model.ParameterValue")
            .visibility(3)
            .text("name", (value, _) -> value.name())
            .build();

    private final Schema<ParameterValue.Line, Reader> line = this.<ParameterValue.Line>named("String")
            .text("value", VALUE, (value, _) -> value.value())
            .build();

    private final Schema<ParameterValue.Text, Reader> text = this.<ParameterValue.Text>named("Text")
            .text("value", VALUE, (value, _) -> value.value())
            .build();

    private final Schema<ParameterValue.Flag, Reader> flag = this.<ParameterValue.Flag>named("Boolean")
            .bool("value", VALUE, (value, _) -> value.value())
            .build();

    private final Schema<ParameterValue.Password, Reader> password =
            this.<ParameterValue.Password>named("Password").build();

    private final Schema<ParameterValue.File, Reader> file =
            this.<ParameterValue.File>named("File").build();

    private final Schema<ParameterValue.Run, Reader> run = this.<ParameterValue.Run>named("Run")
            .text("jobName", (value, _) -> value.job())
            .text("number", (value, _) -> Integer.toString(value.number()))
            .build();

    private final Schema<ParameterValue.Credentials, Reader> credentials =
            Schema.<ParameterValue.Credentials, Reader>named(
                            "com.cloudbees.plugins.credentials.CredentialsParameterValue")
                    .extend(base)
                    .build();

    private <T extends ParameterValue> SchemaBuilder<T, Reader> named(String kind) {
        return Schema.<T, Reader>named("hudson.model." + kind + "ParameterValue")
                .extend(base);
    }

    List<Showing<?>> all() {
        return List.of(
                new Showing<>(ParameterValue.Line.class, line),
                new Showing<>(ParameterValue.Text.class, text),
                new Showing<>(ParameterValue.Flag.class, flag),
                new Showing<>(ParameterValue.Password.class, password),
                new Showing<>(ParameterValue.File.class, file),
                new Showing<>(ParameterValue.Run.class, run),
                new Showing<>(ParameterValue.Credentials.class, credentials));
    }

    Kind<ParameterValue, Reader> kind() {
        return Kind.declared("hudson.model.ParameterValue", this::of);
    }

    private Schema<? extends ParameterValue, Reader> of(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Line _ -> line;
            case ParameterValue.Text _ -> text;
            case ParameterValue.Flag _ -> flag;
            case ParameterValue.Password _ -> password;
            case ParameterValue.File _ -> file;
            case ParameterValue.Run _ -> run;
            case ParameterValue.Credentials _ -> credentials;
        };
    }
}
