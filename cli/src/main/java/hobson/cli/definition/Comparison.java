package hobson.cli.definition;

import hobson.cli.diff.Difference;
import hobson.cli.diff.Document;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is different between what a server has and what it should have.
 *
 * <p>A job's document is kept as it was posted. Those of nodes and views are written anew by every server, with all that they leave
 * out; therefore what such a document does not mention is no difference, except for things in a list that it does mention. A view's name
 * is that of its file.
 */
public final class Comparison {
    private static final Set<String> LISTS =
            Set.of("nodeProperties", "jobNames", "jobFilters", "columns", "properties", "views");

    private Comparison() {}

    /**
     * @param present what the server has
     * @param wanted what it should have
     */
    public static Difference of(Kind kind, String present, String wanted) {
        if (kind == Kind.ITEM) {
            return Difference.between(DocumentText.plain(present), DocumentText.plain(wanted));
        }
        var after = Document.read(DocumentText.bytes(wanted), Comparison::says);
        var mentioned = mentioned(after.paths());
        var before = Document.read(DocumentText.bytes(present), path -> says(path) && mentioned.test(path));
        return Difference.between(before, after);
    }

    /** Not said by a document: its name, and how a view sorts the names in it. */
    private static boolean says(String path) {
        return !path.matches("[^/]+/name") && !path.endsWith("/jobNames/comparator");
    }

    private static Predicate<String> mentioned(Set<String> paths) {
        return path -> paths.contains(path) || isInList(path, paths);
    }

    private static boolean isInList(String path, Set<String> paths) {
        var names = path.split("/", -1);
        return names.length > 2 && LISTS.contains(names[1]) && paths.contains(names[0] + "/" + names[1]);
    }
}
