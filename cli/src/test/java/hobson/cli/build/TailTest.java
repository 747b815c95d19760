package hobson.cli.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TailTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @Test
    void accept_piecesThatEndAnywhere_keepsTheLastLines() {
        var tail = new Tail(Optional.of(2), out);

        tail.accept("one\ntw");
        tail.accept("o\nthree\nfo");
        assertThat(printed.toString(UTF_8)).isEmpty();
        tail.pause();
        tail.accept("ur\n");

        assertThat(printed.toString(UTF_8)).isEqualTo("three\nfour\n");
    }

    @Test
    void accept_allWanted_printsAtOnce() {
        new Tail(Optional.empty(), out).accept("one\ntw");

        assertThat(printed.toString(UTF_8)).isEqualTo("one\ntw");
    }
}
