package hobson.cli.item;

import hobson.cli.definition.DocumentText;
import hobson.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The words that name a job and a document that it shall have. */
final class WantedDocument {
    private static final String INPUT = "-";

    @Parameters(paramLabel = "JOB", index = "0", description = "Its full name.")
    private String name = "";

    @Parameters(
            paramLabel = "FILE",
            index = "1",
            arity = "0..1",
            description = "The config.xml; standard input when it is - or not said.")
    private @Nullable String file;

    String name() {
        return name;
    }

    /** What the document says. */
    String read(Session session) throws IOException {
        var bytes = file == null || file.equals(INPUT)
                ? session.terminal().in().readAllBytes()
                : Files.readAllBytes(session.environment().file(file));
        return DocumentText.read(bytes);
    }
}
