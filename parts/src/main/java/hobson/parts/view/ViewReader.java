package hobson.parts.view;

import hobson.engine.Refusal;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.ViewSet;
import hobson.parts.document.Document;
import hobson.parts.document.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads views from elements of one document ({@code config-xml.md §10}). */
public final class ViewReader {
    static final String LIST = "hudson.model.ListView";
    static final String ALL = "hudson.model.AllView";
    static final String MINE = "hudson.model.MyView";
    static final String PROXY = "hudson.model.ProxyView";
    static final String NESTED = "hudson.plugins.nested_view.NestedView";

    private static final Map<String, String> ALIASES = Map.of("listView", LIST, "view", LIST);
    private static final int DEEPEST = 20;

    private final Document document;

    public ViewReader(Document document) {
        this.document = document;
    }

    /** Those of a folder; empty when the document says nothing of views, which means the usual one. */
    public static Optional<ViewSet> inFolder(Document document) {
        var root = document.root();
        var holder = root.child("folderViews").filter(e -> e.child("views").isPresent());
        var section = holder.orElse(root);
        return section.child("views")
                .map(views -> new ViewReader(document)
                        .set(views, section.text("primaryView").orElse(null)))
                .filter(set -> !set.views().isEmpty());
    }

    /** Refuses an element that is no view. */
    View read(Element element) {
        return read(element, 0)
                .orElseThrow(() -> Refusal.badInput("‘" + element.name()
                        + "’ is not a kind of view that this server has; it has hudson.model.ListView"));
    }

    /** Views that are not known, or that have the name of another one, are left out. */
    ViewSet set(Element views, @Nullable String chosen) {
        return set(views, chosen, 0);
    }

    private ViewSet set(Element views, @Nullable String chosen, int depth) {
        var known = new ArrayList<View>();
        for (var child : views.children()) {
            read(child, depth)
                    .filter(view -> !view.name().isBlank()
                            && known.stream().noneMatch(other -> other.name().equals(view.name())))
                    .ifPresent(known::add);
        }
        return new ViewSet(known, chosen == null || chosen.isBlank() ? null : chosen);
    }

    private Optional<View> read(Element element, int depth) {
        return shape(element, depth)
                .map(shape -> new View(
                        element.text("name").orElse(""),
                        element.text("description").orElse(null),
                        element.flag("filterExecutors", false),
                        element.flag("filterQueue", false),
                        shape));
    }

    private Optional<Shape> shape(Element element, int depth) {
        return switch (ALIASES.getOrDefault(element.name(), element.name())) {
            case LIST -> Optional.of(listed(element));
            case ALL -> Optional.of(new Shape.All());
            case MINE -> Optional.of(new Shape.Mine());
            case PROXY ->
                Optional.of(new Shape.Proxy(element.text("proxiedViewName").orElse("")));
            case NESTED -> depth < DEEPEST ? Optional.of(nested(element, depth)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Shape nested(Element element, int depth) {
        var chosen = element.text("defaultView").orElse(null);
        return new Shape.Nested(element.child("views")
                .map(views -> set(views, chosen, depth + 1))
                .orElse(ViewSet.NONE));
    }

    private Shape.Listed listed(Element element) {
        return new Shape.Listed(
                element.child("jobNames").map(Element::strings).orElse(List.of()),
                element.text("includeRegex").filter(text -> !text.isBlank()).orElse(null),
                element.child("statusFilter").isPresent() ? (Boolean) element.flag("statusFilter", false) : null,
                element.flag("recurse", false),
                element.child("jobNames")
                        .map(names -> names.child("comparator").isPresent())
                        .orElse(true),
                element.child("columns").map(this::sources).orElse(null),
                element.child("jobFilters").map(this::sources).orElse(List.of()));
    }

    private List<String> sources(Element section) {
        return section.children().stream().map(document::source).toList();
    }
}
