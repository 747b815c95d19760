package hobson.parts.junit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file with what tests have printed. */
final class PrintedFile {
    private static final int BUFFER = 8_192;

    private PrintedFile() {}

    /** Its text, or the beginning and the end of it; null when there is no such file. Links are not followed. */
    static @Nullable String read(Path file, int ends) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        var text = new LongText(ends);
        try (var in = new InputStreamReader(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), UTF_8)) {
            var buffer = new char[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                text.append(buffer, 0, read);
            }
        }
        return text.text(ends);
    }
}
