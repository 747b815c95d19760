package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.List;

/** What forms are told: names that a query may mean, and the kinds of items that can be made (objects.md §3.6, §19). */
final class SuggestionSchemas {
    static final Categories CATEGORIES = new Categories(List.of(new Category(
            "standalone-projects",
            "Standalone Projects",
            "Jobs that run on their own.",
            List.of(new ItemType(
                    "hudson.model.FreeStyleProject",
                    "Freestyle project",
                    "Runs shell commands and keeps what they make.")))));

    private final Schema<Suggestions, Reader> suggestions;
    private final Schema<Categories, Reader> categories;

    record Suggestions(List<String> names) {}

    record Categories(List<Category> categories) {}

    record Category(String id, String name, String description, List<ItemType> items) {}

    record ItemType(String className, String displayName, String description) {}

    SuggestionSchemas() {
        var suggestion = Schema.<String, Reader>named("hudson.search.SuggestedItem")
                .visibility(999)
                .text("name", (name, _) -> name)
                .build();
        suggestions = Schema.<Suggestions, Reader>named("hudson.search.Search$Result")
                .list("suggestions", Kind.exactly(suggestion), (found, _) -> found.names)
                .build();
        categories = Schema.<Categories, Reader>named("jenkins.model.item_category.Categories")
                .list("categories", Kind.exactly(category()), (all, _) -> all.categories)
                .build();
    }

    private static Schema<Category, Reader> category() {
        var type = Schema.<ItemType, Reader>named("hudson.model.FreeStyleProject")
                .visibility(999)
                .text("class", (type_, _) -> type_.className)
                .text("description", (type_, _) -> type_.description)
                .text("displayName", (type_, _) -> type_.displayName)
                .text("iconClassName", (_, _) -> "symbol-freestyle-project")
                .text("iconFilePathPattern", (_, _) -> null)
                .integer("order", (_, _) -> 0)
                .build();
        return Schema.<Category, Reader>named("jenkins.model.item_category.Category")
                .visibility(999)
                .text("description", (category, _) -> category.description)
                .text("id", (category, _) -> category.id)
                .list("items", Kind.exactly(type), (category, _) -> category.items)
                .integer("minToShow", (_, _) -> 1)
                .text("name", (category, _) -> category.name)
                .integer("order", (_, _) -> 1)
                .build();
    }

    Schema<Suggestions, Reader> suggestions() {
        return suggestions;
    }

    Schema<Categories, Reader> categories() {
        return categories;
    }
}
