package hobson.export;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up {@code tree} expressions. */
final class Trees {
    private final RandomGenerator random;

    /** Whether ranges may begin after the first item. */
    private final boolean later;

    Trees(RandomGenerator random, boolean later) {
        this.random = random;
        this.later = later;
    }

    String tree(int height) {
        var tree = new StringBuilder();
        int count = random.nextInt(1, 5);
        for (int i = 0; i < count; i++) {
            if (i > 0) tree.append(',');
            tree.append(random.nextInt(3) == 0 ? "*" : one(Worlds.NAMES));
            if (height > 0 && random.nextInt(4) > 0)
                tree.append('[').append(tree(height - 1)).append(']');
            if (random.nextInt(5) == 0) tree.append(range());
        }
        return tree.toString();
    }

    private String range() {
        int from = later ? random.nextInt(4) : 0;
        return switch (random.nextInt(4)) {
            case 0 -> later ? "{" + random.nextInt(3) + "}" : "{0,1}";
            case 1 -> "{" + from + ",}";
            case 2 -> "{," + random.nextInt(5) + "}";
            default -> "{" + from + "," + (from + random.nextInt(4)) + "}";
        };
    }

    private <E> E one(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
