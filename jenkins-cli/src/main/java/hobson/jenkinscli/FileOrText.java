package hobson.jenkinscli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The value of an option that is a secret: {@code @FILE} is the first line of that file, so that no list of processes shows it. */
final class FileOrText {
    private FileOrText() {}

    static String of(String value) {
        if (!value.startsWith("@")) {
            return value;
        }
        var name = value.substring(1);
        try {
            return Files.readString(Path.of(name))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException | InvalidPathException e) {
            throw new BadUsage("The file " + name + " cannot be read: " + e.getMessage());
        }
    }
}
