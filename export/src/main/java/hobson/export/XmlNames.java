package hobson.export;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** How names of properties, keys and classes become names of XML elements (remote-api.md §2.1, §2.8). */
final class XmlNames {
    private XmlNames() {}

    /** {@code FreeStyleProject} becomes {@code freeStyleProject}; two capitals at the start stay. */
    static String decapitalised(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return name.isEmpty() || acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** The element name of a class, from its binary name. */
    static String ofClass(String className) {
        int end = className.length();
        int dollar = className.lastIndexOf('$');
        while (dollar > 0 && className.substring(dollar + 1, end).chars().allMatch(Character::isDigit)) {
            end = dollar; // Outer$1: the nearest class that has a name
            dollar = className.lastIndexOf('$', end - 1);
        }
        int start = Math.max(className.lastIndexOf('$', end - 1), className.lastIndexOf('.', end - 1)) + 1;
        return decapitalised(className.substring(start, end));
    }

    /** The name of one item of a list. */
    static String singular(String name) {
        if (name.endsWith("ies")) return name.substring(0, name.length() - 3) + "y";
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    /** A name that XML accepts, made from any text; two texts may give the same name. */
    static String ofKey(String key) {
        if (key.isEmpty()) return "_";
        boolean good = isStart(key.charAt(0));
        boolean dropped = !good && key.length() > 1 && isStart(key.charAt(1));
        var name = new StringBuilder(key.length() + 1);
        if (!good && !dropped) name.append('_');
        for (int i = dropped ? 1 : 0; i < key.length(); i++) {
            if (isPart(key.charAt(i))) name.append(key.charAt(i));
        }
        return name.toString();
    }

    private static boolean isStart(char c) {
        if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':';
        return switch (Character.getType(c)) {
            case Character.LOWERCASE_LETTER,
                    Character.UPPERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER -> !isVariant(c);
            default -> false;
        };
    }

    private static boolean isPart(char c) {
        if (c < 0x80) return isStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
        return switch (Character.getType(c)) {
            case Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.NON_SPACING_MARK,
                    Character.MODIFIER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER -> !isVariant(c) && (c < 0x20DD || c > 0x20E0);
            default -> isStart(c) || c == '\u00b7' || c == '\u0387'; // the two dots that extend names
        };
    }

    /** Ligatures, full-width forms and the like: XML 1.0 leaves them out of names (its appendix B). */
    private static boolean isVariant(char c) {
        if (c >= '\uf900') return true;
        var text = String.valueOf(c);
        return !Normalizer.normalize(text, Form.NFKD).equals(Normalizer.normalize(text, Form.NFD));
    }
}
