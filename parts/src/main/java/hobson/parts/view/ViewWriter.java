package hobson.parts.view;

import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewSet;
import hobson.parts.document.Escape;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes views as elements ({@code config-xml.md §10}). For one document. */
final class ViewWriter {
    private static final List<String> COLUMNS = Stream.of(
                    "StatusColumn",
                    "WeatherColumn",
                    "JobColumn",
                    "LastSuccessColumn",
                    "LastFailureColumn",
                    "LastDurationColumn",
                    "BuildButtonColumn")
            .map(name -> "<hudson.views." + name + "/>")
            .toList();

    private final Escape escape;
    private final StringBuilder xml = new StringBuilder();
    private final @Nullable String owner;

    /** @param owner the element that says whose the views are, where one is needed */
    ViewWriter(Escape escape, @Nullable String owner) {
        this.escape = escape;
        this.owner = owner;
    }

    @Override
    public String toString() {
        return xml.toString();
    }

    ViewWriter view(String indent, View view) {
        var inner = indent + "  ";
        var name = className(view.shape());
        xml.append(indent).append('<').append(name).append(">\n");
        if (owner != null) {
            xml.append(inner).append(owner).append('\n');
        }
        field(inner, "name", view.name());
        if (view.description() != null) {
            field(inner, "description", view.description());
        }
        field(inner, "filterExecutors", Boolean.toString(view.filterExecutors()));
        field(inner, "filterQueue", Boolean.toString(view.filterQueue()));
        xml.append(inner).append("<properties class=\"hudson.model.View$PropertyList\"/>\n");
        shape(inner, view.shape());
        xml.append(indent).append("</").append(name).append('>');
        return this;
    }

    static String className(Shape shape) {
        return switch (shape) {
            case Shape.All _ -> ViewReader.ALL;
            case Shape.Mine _ -> ViewReader.MINE;
            case Shape.Proxy _ -> ViewReader.PROXY;
            case Shape.Nested _ -> "hudson.plugins.nested__view.NestedView";
            case Shape.Listed _ -> ViewReader.LIST;
        };
    }

    private void shape(String indent, Shape shape) {
        switch (shape) {
            case Shape.All _, Shape.Mine _ -> {}
            case Shape.Proxy(var name) -> field(indent, "proxiedViewName", name);
            case Shape.Nested(var views) -> set(indent, views, "defaultView");
            case Shape.Listed listed -> listed(indent, listed);
        }
    }

    /** The list of the views, and which is the first one. */
    ViewWriter set(String indent, ViewSet set, String chosenField) {
        xml.append(indent).append("<views>\n");
        set.views().forEach(view -> view(indent + "  ", view).xml.append('\n'));
        xml.append(indent).append("</views>\n");
        if (set.chosen() != null) {
            field(indent, chosenField, set.chosen());
        }
        return this;
    }

    private void listed(String indent, Shape.Listed view) {
        names(indent, view);
        section(indent, "jobFilters", view.filters());
        section(indent, "columns", view.columns() == null ? COLUMNS : view.columns());
        if (view.pattern() != null) {
            field(indent, "includeRegex", view.pattern());
        }
        field(indent, "recurse", Boolean.toString(view.recursive()));
        if (view.enabled() != null) {
            field(indent, "statusFilter", view.enabled().toString());
        }
    }

    private void names(String indent, Shape.Listed view) {
        if (view.names().isEmpty() && !view.sorted()) {
            xml.append(indent).append("<jobNames/>\n");
            return;
        }
        xml.append(indent).append("<jobNames>\n");
        if (view.sorted()) {
            xml.append(indent).append("  <comparator class=\"java.lang.String$CaseInsensitiveComparator\"/>\n");
        }
        view.names().stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(name -> field(indent + "  ", "string", name));
        xml.append(indent).append("</jobNames>\n");
    }

    private void section(String indent, String name, List<String> elements) {
        xml.append(indent).append('<').append(name);
        if (elements.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        elements.forEach(
                element -> xml.append(indent).append("  ").append(element).append('\n'));
        xml.append(indent).append("</").append(name).append(">\n");
    }

    private void field(String indent, String name, String text) {
        xml.append(indent).append('<').append(name).append('>');
        xml.append(escape.text(text)).append("</").append(name).append(">\n");
    }
}
