package hobson.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.PluginJar;
import hobson.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command of {@code cli.md §7}, by the jar and over each of its transports: exit code and both streams. */
class CommandsIT {
    private static final List<String> TRANSCRIPTS =
            List.of("help", "jobs", "builds", "nodes", "views", "plugins", "server");

    private static final String CONFIGURATION = """
            jenkins:
              quietPeriod: 0
              securityRealm: {local: {users: [{id: admin, password: pw}, {id: alice, password: pw}, {id: bob, password: pw}]}}
              authorizationStrategy: {globalMatrix: {permissions: [
                "USER:Overall/Administer:admin", "USER:Overall/Read:alice", "USER:Job/Read:alice", "USER:View/Read:alice"]}}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-http", "-webSocket"})
    void transcripts_playedOverATransport_areWhatIsSaid(String transport) throws Exception {
        makePlugins();
        var configuration = Files.writeString(folder.resolve("hobson.yaml"), CONFIGURATION);
        try (var server = ServerProcess.serve(folder.resolve("home"), "--config", configuration.toString());
                var jar = CommandLineJar.of(server.url(), folder)) {

            var softly = new SoftAssertions();
            for (var name : TRANSCRIPTS) {
                var wanted = new ArrayList<String>();
                var came = new ArrayList<String>();
                for (var dialogue : transcript(name)) {
                    var result = jar.run(transport, dialogue.user(), dialogue.words(), input(dialogue));
                    wanted.add(dialogue.wanted());
                    came.add(dialogue.came(result.output(), result.error(), result.exitCode()));
                }
                softly.assertThat(String.join("\n", came)).as(name).isEqualTo(String.join("\n", wanted));
            }
            softly.assertAll();
            assertThat(server.exitCode()).as("after shutdown").isZero();
        }
    }

    /** What {@code help} lists is what is played. */
    @Test
    void transcripts_commands_areAllThatThereAre() throws IOException {
        var played = new TreeSet<String>();
        var listed = new TreeSet<String>();
        for (var name : TRANSCRIPTS) {
            for (var dialogue : transcript(name)) {
                if (dialogue.words().equals(List.of("help"))) {
                    dialogue.expected().stream()
                            .filter(line -> line.startsWith("!   "))
                            .forEach(line -> listed.add(line.strip().substring(4)));
                }
                dialogue.words().stream().findFirst().ifPresent(played::add);
            }
        }

        assertThat(listed).hasSize(51);
        assertThat(played).containsAll(listed);
    }

    private void makePlugins() throws IOException {
        write("demo.jar", greeting("demo", "1.0").with("Long-Name", "Jenkins Demo Plugin"));
        write("needs-demo.jar", greeting("needs-demo", "2.0").with("Plugin-Dependencies", "demo:1.0"));
        write("of-jenkins.hpi", PluginJar.of("ant", "1.0").with("Jenkins-Version", "2.400"));
    }

    private PluginJar greeting(String name, String version) throws IOException {
        return PluginJar.of(name, version).greeting(folder, name.replace("-", ""), "hello");
    }

    private void write(String file, PluginJar plugin) throws IOException {
        Files.write(folder.resolve(file), plugin.bytes());
    }

    private static List<Dialogue> transcript(String name) throws IOException {
        try (var in = Objects.requireNonNull(CommandsIT.class.getResourceAsStream(name + ".txt"), name)) {
            return Dialogue.read(new String(in.readAllBytes(), UTF_8).lines().toList());
        }
    }

    private byte[] input(Dialogue dialogue) throws IOException {
        var lines = dialogue.input();
        if (!lines.isEmpty() && lines.getFirst().startsWith("<@ ")) {
            return Files.readAllBytes(folder.resolve(lines.getFirst().substring(3)));
        }
        return String.join("\n", lines.stream().map(line -> line.substring(2)).toList())
                .getBytes(UTF_8);
    }
}
