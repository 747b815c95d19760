package hobson.parts.document;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;

/** Documents as nobody writes them, but somebody might: every encoding, indentation, and way to say the same. */
final class GeneratedDocument {
    static final List<String> FIELDS =
            List.of("actions", "description", "displayName", "keepDependencies", "canRoam", "disabled", "triggers");

    private static final List<String> CHARSETS =
            List.of("UTF-8", "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "Shift_JIS", "GB18030", "US-ASCII");

    private final Random random;
    final Charset charset;
    final boolean xml11;
    private final String indent;

    GeneratedDocument(long seed) {
        random = new Random(seed);
        charset = Charset.forName(CHARSETS.get(random.nextInt(CHARSETS.size())));
        xml11 = random.nextBoolean();
        indent = List.of("", "\n  ", "\r\n\t", "\n", " ").get(random.nextInt(5));
    }

    byte[] bytes() {
        var text = new StringBuilder();
        if (charset.name().startsWith("UTF") && random.nextBoolean()) {
            text.append('\uFEFF');
        }
        if (xml11 || !charset.name().startsWith("UTF") || random.nextBoolean()) {
            text.append("<?xml version='")
                    .append(xml11 ? "1.1" : "1.0")
                    .append("' encoding='")
                    .append(charset.name())
                    .append("'?>");
        }
        text.append(random.nextBoolean() ? "\n<!-- é – 日本 -->\n" : "");
        if (random.nextInt(8) == 0) {
            return text.append("<project />").toString().getBytes(charset);
        }
        text.append(random.nextBoolean() ? "<project>" : "<project plugin=\"x@1\" >");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(indent).append(child());
        }
        return text.append(random.nextBoolean() ? indent : "")
                .append("</project>\n")
                .toString()
                .getBytes(charset);
    }

    private String child() {
        var name = FIELDS.get(random.nextInt(FIELDS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> "<" + name + "/>";
            case 1 -> "<" + name + " class='a' />";
            case 2 -> "<" + name + "><![CDATA[" + word() + "]]></" + name + ">";
            case 3 -> "<other><" + name + ">" + word() + "</" + name + "></other>";
            case 4 -> "<!-- <description>no</description> -->";
            default -> "<" + name + ">" + word() + "&amp;" + word() + "</" + name + " >";
        };
    }

    /** Not every charset has every one of them: what it has not becomes a question mark, which will do. */
    private String word() {
        return List.of("", "true", "x y", "\r\n", "é日本", "]]", "line\nline").get(random.nextInt(7));
    }

    /** A text that the document can carry, or that {@code null} says it cannot. */
    String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(9)) {
                        case 0 -> '<';
                        case 1 -> '&';
                        case 2 -> ']';
                        case 3 -> "\n\t\r".charAt(random.nextInt(3));
                        case 4 -> xml11 ? 1 + random.nextInt(31) : '>';
                        case 5 -> 0x80 + random.nextInt(0x80);
                        case 6 -> 0x2028;
                        case 7 -> 0x1F600 + random.nextInt(20);
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return text.toString();
    }
}
