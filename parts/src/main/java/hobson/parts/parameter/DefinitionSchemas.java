package hobson.parts.parameter;

import hobson.engine.Reader;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterDefinition.BuildFilter;
import hobson.engine.parameter.ParameterValue;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How definitions are shown ({@code objects.md §7.1}), and the property that holds them. */
final class DefinitionSchemas {
    private static final String PACKAGE = "hudson.model.";

    private final Schemas all;
    private final Function<Reader, ParameterDefinition.Surroundings> surroundings;
    private final Schema<TypedDefinition, Reader> base;

    DefinitionSchemas(
            Schemas all,
            Kind<ParameterValue, Reader> values,
            Function<Reader, ParameterDefinition.Surroundings> surroundings) {
        this.all = all;
        this.surroundings = surroundings;
        this.base = Schema.<TypedDefinition, Reader>named(PACKAGE + "ParameterDefinition")
                .visibility(3)
                .object("defaultParameterValue", values, this::defaultValue)
                .text("description", (definition, _) -> definition.description())
                .text("name", (definition, _) -> definition.name())
                .text("type", (definition, _) -> definition.type())
                .build();
    }

    /** The newest build of a job may have to be looked up. */
    private @Nullable ParameterValue defaultValue(TypedDefinition definition, Reader reader) {
        if (definition instanceof RunParameter) {
            reader.loading().run();
        }
        return definition.defaultValue(surroundings.apply(reader)).orElse(null);
    }

    List<Showing<?>> all() {
        return List.of(
                new Showing<>(DeclaredParameters.class, property()),
                new Showing<>(
                        StringParameter.class,
                        this.<StringParameter>named("String").build()),
                new Showing<>(
                        TextParameter.class, this.<TextParameter>named("Text").build()),
                new Showing<>(
                        BooleanParameter.class,
                        this.<BooleanParameter>named("Boolean").build()),
                new Showing<>(ChoiceParameter.class, choice()),
                new Showing<>(
                        PasswordParameter.class,
                        this.<PasswordParameter>named("Password").build()),
                new Showing<>(
                        FileParameter.class, this.<FileParameter>named("File").build()),
                new Showing<>(RunParameter.class, run()),
                new Showing<>(CredentialsParameter.class, credentials()));
    }

    private Schema<DeclaredParameters, Reader> property() {
        var definitions = Kind.<ParameterDefinition, Reader>declared(PACKAGE + "ParameterDefinition", all::of);
        return Schema.<DeclaredParameters, Reader>named(PACKAGE + "ParametersDefinitionProperty")
                .list("parameterDefinitions", Show.at(2), definitions, (property, _) -> property.definitions())
                .build();
    }

    private Schema<ChoiceParameter, Reader> choice() {
        return this.<ChoiceParameter>named("Choice")
                .texts("choices", (definition, _) -> definition.choices())
                .build();
    }

    private Schema<RunParameter, Reader> run() {
        return this.<RunParameter>named("Run")
                .choice(
                        "filter",
                        Show.DEFAULT,
                        "hudson.model.RunParameterDefinition$RunParameterFilter",
                        BuildFilter.class,
                        (definition, _) -> definition.filter())
                .text("projectName", (definition, _) -> definition.projectName())
                .build();
    }

    private Schema<CredentialsParameter, Reader> credentials() {
        return Schema.<CredentialsParameter, Reader>named(CredentialsParameter.CLASS)
                .extend(base)
                .build();
    }

    private <T extends TypedDefinition> SchemaBuilder<T, Reader> named(String kind) {
        return Schema.<T, Reader>named(PACKAGE + kind + "ParameterDefinition").extend(base);
    }
}
