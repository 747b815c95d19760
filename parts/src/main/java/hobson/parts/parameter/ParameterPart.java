package hobson.parts.parameter;

import hobson.engine.Reader;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterDefinition.BuildFilter;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import hobson.parts.document.Element;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters that every server has ({@code config-xml.md §3}, {@code objects.md §7}). */
public final class ParameterPart implements Part {
    private final Function<Reader, ParameterDefinition.Surroundings> surroundings;

    /** @param surroundings what a default is found with when it is shown to that reader */
    public ParameterPart(Function<Reader, ParameterDefinition.Surroundings> surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public List<Showing<?>> shows(Schemas all) {
        var values = new ValueSchemas();
        var definitions = new DefinitionSchemas(all, values.kind(), surroundings);
        return Stream.concat(values.all().stream(), definitions.all().stream()).toList();
    }

    @Override
    public List<Reading<?>> reads() {
        return List.of(
                Reading.of(Role.PROPERTY, "hudson.model.ParametersDefinitionProperty", ParameterPart::property),
                definition(
                        "String", e -> new StringParameter(name(e), description(e), value(e), e.flag("trim", false))),
                definition("Text", e -> new TextParameter(name(e), description(e), value(e))),
                definition(
                        "Boolean", e -> new BooleanParameter(name(e), description(e), e.flag("defaultValue", false))),
                definition("Choice", ParameterPart::choice),
                definition("Password", e -> new PasswordParameter(name(e), description(e), value(e)))
                        .withSecret("defaultValue"),
                definition("File", e -> new FileParameter(name(e), description(e))),
                definition("Run", ParameterPart::run),
                Reading.of(
                        Role.PARAMETER,
                        CredentialsParameter.CLASS,
                        (e, _) -> name(e).isBlank()
                                ? null
                                : new CredentialsParameter(name(e), description(e), value(e))));
    }

    private interface Definition {
        ParameterDefinition read(Element element);
    }

    /** A definition without a name cannot be given a value. */
    private static Reading<ParameterDefinition> definition(String kind, Definition definition) {
        return Reading.of(
                Role.PARAMETER,
                "hudson.model." + kind + "ParameterDefinition",
                (element, _) -> name(element).isBlank() ? null : definition.read(element));
    }

    private static Object property(Element element, Reading.Nested nested) {
        return new DeclaredParameters(element.child("parameterDefinitions")
                .map(list -> nested.children(list, Role.PARAMETER))
                .orElse(List.of()));
    }

    private static ChoiceParameter choice(Element e) {
        var choices = e.child("choices").map(Element::strings).orElse(List.of());
        return new ChoiceParameter(name(e), description(e), choices, filled(e, "defaultValue"));
    }

    private static RunParameter run(Element e) {
        var project = e.text("projectName").orElse("");
        return new RunParameter(name(e), description(e), project, filter(e), filled(e, "runId"));
    }

    private static BuildFilter filter(Element e) {
        return switch (e.text("filter").orElse("").toUpperCase(Locale.ROOT)) {
            case "STABLE" -> BuildFilter.STABLE;
            case "SUCCESSFUL" -> BuildFilter.SUCCESSFUL;
            case "COMPLETED" -> BuildFilter.COMPLETED;
            default -> BuildFilter.ALL;
        };
    }

    private static String name(Element e) {
        return e.text("name").orElse("");
    }

    private static @Nullable String description(Element e) {
        return e.text("description").orElse(null);
    }

    private static String value(Element e) {
        return e.text("defaultValue").orElse("");
    }

    private static @Nullable String filled(Element e, String field) {
        return e.text(field).filter(text -> !text.isEmpty()).orElse(null);
    }
}
