package hobson.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheableJarTest {
    private static final int JAVA_8 = 52;

    @TempDir
    Path folder;

    private static String[] classPath() {
        return System.getProperty("java.class.path").split(":");
    }

    private Path picocli() throws IOException {
        var jar = Arrays.stream(classPath())
                .filter(entry -> entry.contains("picocli"))
                .findFirst()
                .orElseThrow();
        return Files.copy(Path.of(jar), folder.resolve("picocli.jar"));
    }

    @Test
    void rewrite_oldLibrary_doesTheSameWithNewerClasses() throws Exception {
        var jar = picocli();

        CacheableJar.rewrite(jar);

        assertThat(version(jar, "picocli/CommandLine.class")).isEqualTo(JAVA_8);
        assertThat(help(jar)).isEqualTo(new CommandShell(folder).done("help", "job", "put"));
    }

    private static int version(Path jar, String name) throws IOException {
        try (var file = new JarFile(jar.toFile());
                var bytes = new DataInputStream(file.getInputStream(file.getEntry(name)))) {
            bytes.readInt();
            bytes.readUnsignedShort();
            return bytes.readUnsignedShort();
        }
    }

    private static String help(Path jar) throws Exception {
        var path = Arrays.stream(classPath())
                .filter(entry -> !entry.contains("picocli"))
                .collect(Collectors.joining(":"));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        jar + ":" + path,
                        "hobson.cli.Main",
                        "help",
                        "job",
                        "put")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
