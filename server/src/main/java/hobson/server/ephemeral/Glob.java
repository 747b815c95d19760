package hobson.server.ephemeral;

import java.util.regex.Pattern;

/** A pattern of names: {@code *} is anything within a step of a path, {@code **} anything at all. */
record Glob(Pattern pattern) {
    private static final int LONGEST = 1_000;

    static Glob of(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A pattern has at most " + LONGEST + " characters");
        }
        var regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (text.charAt(i) == '*') {
                regex.append("[^/]*");
            } else {
                regex.append(Pattern.quote(text.substring(i, i + 1)));
            }
        }
        return new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }
}
