package hobson.server.wire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar jenkins-cli.jar}, as the users of a server call it at terminals. */
final class CommandLineJar {
    private final WireServer server;
    private final ClientJarProcess jar;

    CommandLineJar(WireServer server) throws Exception {
        this.server = server;
        this.jar = new ClientJarProcess(server, server.folder()).variable("LC_ALL", "C.UTF-8");
    }

    /** What came of a call. */
    record Said(int code, String out, String err) {
        static Said nothing() {
            return new Said(0, "", "");
        }

        /** With one error and no more. */
        static Said error(int code, String sentence) {
            return new Said(code, "", "\nERROR: " + sentence + "\n");
        }
    }

    /** @param user of {@link WireServer#of}; empty for nobody */
    Said run(String user, String... words) throws Exception {
        return with("", user, words);
    }

    Said with(String input, String user, String... words) throws Exception {
        var ended = jar.given(input, line(user, words));
        return new Said(ended.code(), ended.out(), ended.err());
    }

    /** A call that somebody may interrupt. */
    Process start(String user, String... words) throws IOException {
        return jar.start(line(user, words));
    }

    private String[] line(String user, String... words) {
        var line = new ArrayList<>(List.of("-s", server.url()));
        if (!user.isEmpty()) {
            line.addAll(List.of("-auth", user + ":pw"));
        }
        line.addAll(List.of(words));
        return line.toArray(String[]::new);
    }
}
