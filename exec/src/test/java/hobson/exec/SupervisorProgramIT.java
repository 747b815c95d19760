package hobson.exec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisorProgramIT {

    @ParameterizedTest
    @CsvSource({"amd64, x86_64-linux-gnu-as", "aarch64, aarch64-linux-gnu-as"})
    void code_ofEachListing_isItsSourceAssembled(String processor, String assembler, @TempDir Path folder)
            throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin", assembler)), assembler + " is not installed");
        var listing = listing(processor);
        var source = listing.lines()
                .map(line -> line.substring(line.indexOf('|') + 1))
                .collect(Collectors.joining("\n", "", "\n"));

        var object = folder.resolve("program.o");
        var written = Files.writeString(folder.resolve("program.s"), source);
        new ProcessBuilder(assembler, "-o", object.toString(), written.toString())
                .inheritIO()
                .start()
                .waitFor();

        assertThat(indexOf(Files.readAllBytes(object), SupervisorProgram.code(listing)))
                .isPositive();
    }

    private static String listing(String processor) throws Exception {
        try (var in = SupervisorProgram.class.getResourceAsStream("supervisor-" + processor + ".lst")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        var text = new String(all, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.indexOf(new String(part, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
