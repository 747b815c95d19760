package hobson.engine.item;

import hobson.engine.Refusal;
import java.nio.charset.StandardCharsets;

/** Which names items may have. */
public final class ItemNames {
    private static final String UNSAFE = "?*/\\%!@#$^&|<>[]:;";
    /** The workspace is a folder of that name, and others beside it add up to eight bytes: {@code @123}, {@code @tmp}. */
    private static final int MOST_BYTES = 247;

    /** No real folder comes near it; whatever walks down the tree may rely on it. */
    private static final int DEEPEST = 100;

    private ItemNames() {}

    /** The path; refuses ({@code BAD_INPUT}) one that leads through too many folders. */
    static ItemPath checkedDepth(ItemPath path) {
        if (path.segments().size() > DEEPEST) {
            throw Refusal.badInput("An item cannot be inside more than " + (DEEPEST - 1) + " folders");
        }
        return path;
    }

    /** The name without blanks around it; refuses ({@code BAD_INPUT}) one that no item may have. */
    public static String checked(String name) {
        var trimmed = name.strip();
        if (trimmed.isEmpty()) {
            throw Refusal.badInput("No name is specified");
        }
        if (trimmed.equals(".") || trimmed.equals("..")) {
            throw Refusal.badInput("“" + trimmed + "” is not an allowed name");
        }
        checkCharacters(trimmed);
        if (trimmed.endsWith(".")) {
            throw Refusal.badInput("A name cannot end with ‘.’");
        }
        if (trimmed.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.badInput("A name cannot be longer than " + MOST_BYTES + " bytes in UTF-8");
        }
        return trimmed;
    }

    private static void checkCharacters(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isISOControl(c)) {
                throw Refusal.badInput("No control code is allowed: " + printable(name));
            }
            if (UNSAFE.indexOf(c) >= 0) {
                throw Refusal.badInput("‘" + c + "’ is an unsafe character");
            }
        }
    }

    private static String printable(String name) {
        var out = new StringBuilder();
        name.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append("\\u").append(c).append(';');
            } else {
                out.append((char) c);
            }
        });
        return out.toString();
    }
}
