package hobson.remote.view;

import hobson.engine.item.ItemNames;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.View.Shape.Listed;
import hobson.http.Request;
import hobson.remote.form.SubmittedForm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the form of a view says ({@code endpoints.md §7}). */
final class ViewForm {
    private static final String ITEM = "item_";
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w.$]{1,200}");

    private final Request request;
    private final SubmittedForm form;

    private ViewForm(Request request, SubmittedForm form) {
        this.request = request;
        this.form = form;
    }

    static ViewForm of(Request request) {
        return new ViewForm(request, SubmittedForm.of(request));
    }

    /** The view as the form wants it. What the form does not mention is off. */
    View applied(View view) {
        var name = request.parameter("name").orElseGet(() -> form.has("name") ? form.text("name") : view.name());
        return view.named(ItemNames.checked(name))
                .described(form.has("description") ? filled(form.text("description")) : view.description())
                .filtering(flag("filterExecutors"), flag("filterQueue"))
                .shaped(shape(view.shape()));
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    private Shape shape(Shape shape) {
        return switch (shape) {
            case Listed listed ->
                new Listed(
                        names(),
                        pattern(),
                        enabled(),
                        flag("recurse"),
                        listed.sorted(),
                        columns(listed),
                        listed.filters());
            case Shape.Proxy _ -> new Shape.Proxy(form.text("proxiedViewName"));
            case Shape.All _, Shape.Mine _, Shape.Nested _ -> shape;
        };
    }

    private List<String> names() {
        return request.parameters().names().stream()
                .filter(field -> field.startsWith(ITEM))
                .map(field -> field.substring(ITEM.length()))
                .toList();
    }

    private @Nullable String pattern() {
        var nested = form.object().path("useincluderegex");
        var text = request.parameter("includeRegex")
                .orElseGet(() -> (nested.isObject() ? nested : form.object())
                        .path("includeRegex")
                        .asString(""));
        boolean wanted =
                request.parameter("useincluderegex").isPresent() || nested.isObject() || flag("useincluderegex");
        return wanted && !text.isBlank() ? text : null;
    }

    private @Nullable Boolean enabled() {
        return switch (request.parameter("statusFilter").orElseGet(() -> form.text("statusFilter"))) {
            case "1" -> Boolean.TRUE;
            case "2", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private boolean flag(String name) {
        var node = form.object().path(name);
        return node.isMissingNode()
                ? request.parameter(name).filter(text -> !text.equals("false")).isPresent()
                : node.asBoolean(true);
    }

    private @Nullable List<String> columns(Listed before) {
        var columns = form.object().path("columns");
        if (columns.isMissingNode()) {
            return before.columns();
        }
        var names = new ArrayList<String>();
        if (columns.isArray()) {
            columns.forEach(column -> names.add(className(column)));
        } else {
            names.add(className(columns));
        }
        return names.stream()
                .filter(name -> CLASS_NAME.matcher(name).matches())
                .map(name -> "<" + name.replace("_", "__").replace("$", "_-") + "/>")
                .toList();
    }

    private static String className(JsonNode column) {
        return column.path("$class").asString(column.path("stapler-class").asString(""));
    }
}
