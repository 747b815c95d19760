package hobson.remote.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the last lines of a log begin. */
class LogSliceTest {
    @TempDir
    Path folder = Path.of("");

    private String last(String text, int lines) throws IOException {
        var file = Files.writeString(folder.resolve("log"), text);
        return text.substring((int) LogSlice.startOfLast(file, lines));
    }

    @ParameterizedTest
    @CsvSource({
        "a\\nb\\nc\\n, 1, c\\n",
        "a\\nb\\nc\\n, 2, b\\nc\\n",
        "a\\nb\\nc\\n, 3, a\\nb\\nc\\n",
        "a\\nb\\nc\\n, 9, a\\nb\\nc\\n",
        "a\\nb\\nc\\n, 0, ''",
        "a\\nb, 1, b",
        "a\\n\\n\\n, 2, \\n\\n",
        "'', 1, ''",
        "a, 1, a",
        "\\n, 1, \\n"
    })
    void startOfLast_lines_areCountedFromTheEnd(String text, int lines, String last) throws IOException {
        assertThat(last(text.replace("\\n", "\n"), lines)).isEqualTo(last.replace("\\n", "\n"));
    }

    @Test
    void startOfLast_longerThanWhatIsReadAtOnce_isFound() throws IOException {
        var line = "x".repeat(200_000) + "\n";

        assertThat(last("first\n" + line + line, 2)).isEqualTo(line + line);
    }
}
