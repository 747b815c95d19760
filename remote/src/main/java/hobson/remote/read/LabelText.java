package hobson.remote.read;

/** Label expressions as texts: how they are written, and what the API calls their class. */
final class LabelText {
    static final String ATOM = "hudson.model.labels.LabelAtom";
    private static final String PACKAGE = "hudson.model.labels.";

    /** From the one that binds loosest. */
    private static final String[][] OPERATORS = {
        {"<->", "LabelExpression$Iff"},
        {"->", "LabelExpression$Implies"},
        {"||", "LabelExpression$Or"},
        {"&&", "LabelExpression$And"},
    };

    private LabelText() {}

    /** Without blanks around operators: {@code a && b} is {@code a&&b}. */
    static String normal(String text) {
        var normal = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            if (quoted || !Character.isWhitespace(c)) normal.append(c);
        }
        return normal.toString();
    }

    /** The binary name of the class of expressions of that form. */
    static String className(String text) {
        for (var operator : OPERATORS) {
            if (containsOutside(text, operator[0])) return PACKAGE + operator[1];
        }
        var stripped = text.strip();
        if (stripped.startsWith("!")) return PACKAGE + "LabelExpression$Not";
        return PACKAGE + (stripped.startsWith("(") ? "LabelExpression$Paren" : "LabelAtom");
    }

    /** Whether the operator stands outside of quotes and parentheses. */
    private static boolean containsOutside(String text, String operator) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            if (!quoted && depth == 0 && text.startsWith(operator, i)) return true;
        }
        return false;
    }
}
