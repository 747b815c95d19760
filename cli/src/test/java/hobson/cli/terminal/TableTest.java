package hobson.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private final Table<String> table = new Table<String>()
            .column("name", text -> text, text -> Style.BOLD)
            .column("lastBuild", String::length)
            .column("why", text -> Optional.of("because\u001b[2J\nof " + text.repeat(20)))
            .column("took", text -> Duration.ofSeconds(200))
            .column("at", text -> Instant.EPOCH)
            .column("none", text -> Optional.empty());

    private Terminal terminal(Set<Integer> terminals, int columns, boolean colours, boolean json) {
        var out = new PrintStream(printed, true, UTF_8);
        return new Terminal(new Console(InputStream.nullInputStream(), out, out, terminals, columns), colours, json);
    }

    @Test
    void print_onATerminal_fitsAndHasAHead() {
        table.print(terminal(Set.of(1), 60, false, false), List.of("abc", "de"), "nothing");

        assertThat(printed.toString(UTF_8).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(60))
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith("NAME  LAST BUILD  WHY");
        assertThat(printed.toString(UTF_8))
                .contains("because [2…")
                .contains("…")
                .doesNotContain("\u001b");
    }

    @Test
    void print_piped_isTabsWithoutAHead() {
        table.print(terminal(Set.of(), 20, true, false), List.of("abc"), "nothing");

        assertThat(printed.toString(UTF_8))
                .startsWith("abc\t3\tbecause [2J of abcabc")
                .contains("\t3 min 20 s\t");
    }

    @Test
    void print_json_isTyped() {
        table.print(terminal(Set.of(1), 20, true, true), List.of("a"), "nothing");

        assertThat(printed.toString(UTF_8))
                .startsWith("[{\"name\":\"a\",\"lastBuild\":1,\"why\":\"because\\u001B[2J\\nof aaaa")
                .endsWith("\"took\":200000,\"at\":\"1970-01-01T00:00:00Z\",\"none\":null}]\n");
    }

    @Test
    void text_elapsedAndExpected_isABar() {
        assertThat(ProgressLine.text(Duration.ofSeconds(30), Optional.of(Duration.ofSeconds(60))))
                .isEqualTo("[############------------] 50 %  30 s of about 1 min");
        assertThat(ProgressLine.text(Duration.ofSeconds(90), Optional.of(Duration.ofSeconds(60))))
                .contains("99 %");
        assertThat(ProgressLine.text(Duration.ofSeconds(90), Optional.empty())).isEqualTo("1 min 30 s");
    }
}
