package hobson.cli.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The name of a thing as the name of a file, and back. Letters of any language, digits, blanks and most signs are as they are; what a
 * file system may not take, a percent sign, and a dot at the beginning are written as {@code %2F} and the like.
 */
final class FileName {
    private static final String RISKY = "%/\\:*?\"<>|";
    private static final int DIGITS = 2;

    private FileName() {}

    static String of(String name) {
        var text = new StringBuilder();
        name.codePoints().forEach(point -> {
            boolean risky = RISKY.indexOf(point) >= 0
                    || Character.isISOControl(point)
                    || (text.isEmpty() && (point == '.' || point == ' '));
            if (risky) {
                for (byte part : Character.toString(point).getBytes(UTF_8)) {
                    text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
                }
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    /** Nothing for what {@link #of} does not write. */
    static Optional<String> name(String file) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < file.length(); ) {
            if (file.charAt(i) == '%') {
                if (i + DIGITS >= file.length() || !isHex(file.charAt(i + 1)) || !isHex(file.charAt(i + 2))) {
                    return Optional.empty();
                }
                bytes.write(HexFormat.fromHexDigits(file, i + 1, i + 1 + DIGITS));
                i += 1 + DIGITS;
            } else {
                int point = file.codePointAt(i);
                bytes.writeBytes(Character.toString(point).getBytes(UTF_8));
                i += Character.charCount(point);
            }
        }
        return decoded(bytes.toByteArray());
    }

    private static boolean isHex(char digit) {
        return HexFormat.isHexDigit(digit);
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
