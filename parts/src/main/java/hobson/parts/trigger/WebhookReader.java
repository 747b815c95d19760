package hobson.parts.trigger;

import hobson.engine.trigger.JobTrigger;
import hobson.engine.trigger.JobTrigger.Place;
import hobson.engine.trigger.JobTrigger.Variable;
import hobson.parts.document.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads {@code org.jenkinsci.plugins.gwt.GenericTrigger}. */
final class WebhookReader {
    private WebhookReader() {}

    static JobTrigger read(Element e) {
        var variables = new ArrayList<Variable>();
        add(e, "genericVariables", WebhookReader::fromBody, variables);
        add(e, "genericRequestVariables", v -> named(v, Place.QUERY), variables);
        add(e, "genericHeaderVariables", v -> named(v, Place.HEADER), variables);
        return new JobTrigger.Webhook(
                text(e, "token").strip(),
                text(e, "causeString"),
                variables,
                text(e, "regexpFilterText"),
                text(e, "regexpFilterExpression"));
    }

    private static void add(Element e, String field, Function<Element, Variable> read, List<Variable> variables) {
        e.child(field).map(Element::children).orElse(List.of()).stream()
                .map(read)
                .filter(variable -> !variable.name().isEmpty())
                .forEach(variables::add);
    }

    private static Variable fromBody(Element e) {
        var place = text(e, "expressionType").equals("XPath") ? Place.XML : Place.JSON;
        return new Variable(
                text(e, "key").strip(), place, text(e, "value"), text(e, "regexpFilter"), text(e, "defaultValue"));
    }

    private static Variable named(Element e, Place place) {
        var name = text(e, "key").strip();
        return new Variable(name, place, name, text(e, "regexpFilter"), "");
    }

    private static String text(Element e, String field) {
        return e.text(field).orElse("");
    }
}
