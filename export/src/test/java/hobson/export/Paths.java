package hobson.export;

import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up XPath expressions. */
final class Paths {
    private static final List<String> TESTS = List.of("*", "*", "node()", "text()", "comment()");
    private static final List<String> AXES = List.of(
            "child",
            "descendant",
            "descendant-or-self",
            "self",
            "parent",
            "ancestor",
            "ancestor-or-self",
            "following-sibling",
            "preceding-sibling",
            "following",
            "preceding");
    private static final List<String> TEXTS = List.of("a", "plain text", "12", "it", " b ", "7", "true", "");

    private final RandomGenerator random;
    private final List<String> names;

    /** @param names of elements that may be there */
    Paths(RandomGenerator random, List<String> names) {
        this.random = random;
        this.names = names;
    }

    String expression(int height) {
        return switch (random.nextInt(16)) {
            case 0 -> "count(" + path(height) + ")";
            case 1 -> "string(" + path(height) + ")";
            case 2 -> path(height) + " | " + path(height);
            case 3 -> "(" + path(height) + ")[" + number() + "]";
            case 4 -> "(" + path(height) + ")[last()]/" + test();
            case 5 -> "concat(" + path(height) + ",'-',name(" + path(height) + "))";
            case 6 -> truth(height);
            case 7 -> "sum(" + path(height) + ") + " + number() + " * 2 div 3";
            case 8 -> "normalize-space(" + path(height) + ")";
            case 9 -> "(" + path(height) + " | " + path(height) + ")//" + test();
            default -> path(height);
        };
    }

    String path(int height) {
        var path = new StringBuilder(random.nextInt(3) == 0 ? "" : random.nextBoolean() ? "/" : "//");
        int steps = random.nextInt(1, 4);
        for (int i = 0; i < steps; i++) {
            if (i > 0) path.append(random.nextInt(3) == 0 ? "//" : "/");
            path.append(step(height));
        }
        if (random.nextInt(6) == 0) path.append(random.nextBoolean() ? "/@_class" : "//@*");
        return path.toString();
    }

    private String step(int height) {
        var step = switch (random.nextInt(9)) {
            case 0 -> ".";
            case 1 -> "..";
            case 2, 3 -> one(AXES) + "::" + test();
            default -> test();
        };
        if (step.startsWith(".") || height == 0 || random.nextInt(3) > 0) return step;
        return step + "[" + (random.nextInt(3) == 0 ? position() : truth(height - 1)) + "]";
    }

    private String test() {
        return random.nextInt(3) == 0 ? one(TESTS) : one(names);
    }

    private String position() {
        return switch (random.nextInt(6)) {
            case 0 -> "last()";
            case 1 -> "position()<" + number();
            case 2 -> "position()=last()";
            case 3 -> "last()-1";
            case 4 -> "count(*)";
            default -> number();
        };
    }

    private String truth(int height) {
        return switch (random.nextInt(12)) {
            case 0 -> path(height) + "='" + one(TEXTS) + "'";
            case 1 -> "'" + one(TEXTS) + "'=" + path(height);
            case 2 -> path(height) + "!='" + one(TEXTS) + "'";
            case 3 -> path(height) + "=" + path(height);
            case 4 -> "contains(" + path(height) + ",'" + one(TEXTS) + "')";
            case 5 -> "not(" + path(height) + ")";
            case 6 -> "count(" + path(height) + ")>" + number();
            case 7 -> "starts-with(name(),'a') or " + path(height) + "<" + number();
            case 8 -> "string-length(.)>" + number() + " and " + path(height);
            case 9 -> "ends-with(lower-case(string(.)),'" + one(TEXTS) + "')";
            case 10 -> "translate(.,'ab','BA')=upper-case('" + one(TEXTS) + "')";
            default -> path(height);
        };
    }

    private String number() {
        return String.valueOf(random.nextInt(4));
    }

    private <E> E one(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
