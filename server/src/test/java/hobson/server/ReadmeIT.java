package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README works as it is printed there. */
class ReadmeIT {
    private static final Pattern TOUR = Pattern.compile("```sh\\n(H=http://127.0.0.1:8091\\n.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void tour_copiedIntoAShell_doesWhatItSays() throws Exception {
        var tour = TOUR.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(tour.find()).isTrue();

        String output;
        try (var server = ServerProcess.serve(folder.resolve("home"), "--open")) {
            output = shell(
                    tour.group(1).replace("http://127.0.0.1:8091", server.url().replaceFirst("/$", "")));
        }

        assertThat(output)
                .contains("HTTP/1.1 201")
                .containsIgnoringCase("X-Build-Number: 1")
                .contains("hello you from build 1")
                .contains("Finished: SUCCESS")
                .contains("\nart\n")
                .contains("\"number\":1,\"result\":\"SUCCESS\"")
                .contains("<jobs><name>hello</name></jobs>")
                .contains("\"executable\"")
                .doesNotContain("<html", "Error", "HTTP/1.1 4");
    }

    private String shell(String script) throws Exception {
        var builder = new ProcessBuilder("sh", "-euc", script)
                .redirectErrorStream(true)
                .directory(folder.toFile());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
