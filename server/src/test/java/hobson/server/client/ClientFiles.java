package hobson.server.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the clients send, and the programs of those that are not written in Java. */
final class ClientFiles {
    static final Path FOLDER = Path.of("src", "test", "clients").toAbsolutePath();

    private ClientFiles() {}

    static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
