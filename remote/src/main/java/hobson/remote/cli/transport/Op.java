package hobson.remote.cli.transport;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a frame is, and its number on the wire, which never changes (cli.md §3.1). */
enum Op {
    ARG(0),
    LOCALE(1),
    ENCODING(2),
    START(3),
    EXIT(4),
    STDIN(5),
    END_STDIN(6),
    STDOUT(7),
    STDERR(8);

    private final byte number;

    Op(int number) {
        this.number = (byte) number;
    }

    byte number() {
        return number;
    }

    /** Null for a number that means nothing yet. */
    static @Nullable Op of(int number) {
        return Arrays.stream(values())
                .filter(op -> op.number == number)
                .findFirst()
                .orElse(null);
    }
}
