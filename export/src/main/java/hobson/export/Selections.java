package hobson.export;

import org.jspecify.annotations.Nullable;

/** The selections that queries ask for, compiled once and shared. Thread-safe. */
final class Selections {
    /** Characters of trees in one generation; a character costs up to a hundred bytes once compiled. */
    private static final int TREE_CHARACTERS = 50_000;

    private final GenerationCache<Integer, DepthSelection> byDepth = new GenerationCache<>(64, _ -> 1);
    private final GenerationCache<String, TreeSelection> byTree =
            new GenerationCache<>(TREE_CHARACTERS, tree -> 50 + tree.length());

    /** Where the answer goes out as it is made: {@code depth} must be a number (remote-api.md §1.3). */
    Selection strict(@Nullable String tree, @Nullable String depth) {
        if (tree != null) return tree(tree);
        if (depth == null) return depth(0);
        try {
            return depth(Integer.parseInt(depth));
        } catch (NumberFormatException _) {
            throw new Halt.Refused(400, "Depth parameter must be a number, not \"" + Shown.part(depth) + "\"");
        }
    }

    /** Where the answer becomes a document first: a {@code depth} that is no number is 0. */
    Selection lenient(@Nullable String tree, @Nullable String depth) {
        if (tree != null) return tree(tree);
        if (depth == null) return depth(0);
        try {
            return depth(Integer.parseInt(depth.strip()));
        } catch (NumberFormatException _) {
            return depth(0);
        }
    }

    private Selection depth(int depth) {
        return byDepth.get(depth, () -> DepthSelection.ofRoot(depth));
    }

    private Selection tree(String tree) {
        return byTree.get(tree, () -> TreeParser.parse(tree));
    }
}
