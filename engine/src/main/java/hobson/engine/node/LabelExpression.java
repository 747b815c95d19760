package hobson.engine.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes a job wants, as a condition on their labels: {@code linux && !slow}, {@code a || b}, {@code (a -> b)}, {@code a <-> b},
 * {@code "quoted label"}. From tightest to loosest: {@code !}, {@code &&}, {@code ||}, {@code ->}, {@code <->}. A text that is
 * none of these is one plain label.
 */
public final class LabelExpression {
    private static final int DEEPEST = 100;
    private static final int LONGEST = 10_000;

    private final String text;
    private final Predicate<Set<String>> condition;

    private LabelExpression(String text, Predicate<Set<String>> condition) {
        this.text = text;
        this.condition = condition;
    }

    /** Never fails: what cannot be parsed, or has more than 10,000 characters, is a label that nobody has. */
    public static LabelExpression parse(String text) {
        var condition = text.length() > LONGEST ? null : new Parser(text).whole();
        return new LabelExpression(text, condition == null ? labels -> labels.contains(text) : condition);
    }

    public boolean matches(Set<String> labels) {
        return condition.test(labels);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Recursive descent; every method returns null on a syntax error. */
    private static final class Parser {
        private final String text;
        private int at;
        private int depth;

        Parser(String text) {
            this.text = text;
        }

        @Nullable
        Predicate<Set<String>> whole() {
            var condition = equivalence();
            skipBlanks();
            return at == text.length() ? condition : null;
        }

        private @Nullable Predicate<Set<String>> equivalence() {
            var left = implication();
            if (left == null || !accept("<->")) {
                return left;
            }
            var right = implication();
            return right == null ? null : labels -> left.test(labels) == right.test(labels);
        }

        private @Nullable Predicate<Set<String>> implication() {
            var left = disjunction();
            if (left == null || !accept("->")) {
                return left;
            }
            var right = disjunction();
            return right == null ? null : labels -> !left.test(labels) || right.test(labels);
        }

        private @Nullable Predicate<Set<String>> disjunction() {
            var all = list("||", this::conjunction);
            return all == null ? null : labels -> all.stream().anyMatch(each -> each.test(labels));
        }

        private @Nullable Predicate<Set<String>> conjunction() {
            var all = list("&&", this::negation);
            return all == null ? null : labels -> all.stream().allMatch(each -> each.test(labels));
        }

        /** A flat list: conditions inside each other would use up the stack of whoever asks them. */
        private @Nullable List<Predicate<Set<String>>> list(
                String operator, Supplier<@Nullable Predicate<Set<String>>> part) {
            var all = new ArrayList<Predicate<Set<String>>>();
            do {
                var next = part.get();
                if (next == null) {
                    return null;
                }
                all.add(next);
            } while (accept(operator));
            return all;
        }

        private @Nullable Predicate<Set<String>> negation() {
            if (++depth > DEEPEST) {
                return null;
            }
            try {
                if (!accept("!")) {
                    return operand();
                }
                var inner = negation();
                return inner == null ? null : inner.negate();
            } finally {
                depth--;
            }
        }

        private @Nullable Predicate<Set<String>> operand() {
            if (accept("(")) {
                var inner = equivalence();
                return inner != null && accept(")") ? inner : null;
            }
            skipBlanks();
            var label = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
            return label == null || label.isEmpty() ? null : labels -> labels.contains(label);
        }

        private @Nullable String quoted() {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                return null;
            }
            var label = text.substring(at + 1, end);
            at = end + 1;
            return label;
        }

        private String plain() {
            int start = at;
            while (at < text.length() && isPlain(text.charAt(at)) && !text.startsWith("->", at)) {
                at++;
            }
            return text.substring(start, at);
        }

        private static boolean isPlain(char c) {
            return !Character.isWhitespace(c) && "()!&|<>\"".indexOf(c) < 0;
        }

        private boolean accept(String operator) {
            skipBlanks();
            if (!text.startsWith(operator, at)) {
                return false;
            }
            at += operator.length();
            return true;
        }

        private void skipBlanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
