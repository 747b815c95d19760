package hobson.remote.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.user.Caller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** What came of a command line. */
record Typed(int code, String out, String err) {
    static final Caller ALICE = new Caller("alice", Caller.Proof.PASSWORD);

    static Typed by(Caller caller, Commands commands, String... words) {
        return with("", caller, commands, words);
    }

    static Typed with(String input, Caller caller, Commands commands, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var in = new ByteArrayInputStream(input.getBytes(UTF_8));
        int code = commands.run(new CommandCall(caller, List.of(words), in, out, err, UTF_8, "http://h/"));
        return new Typed(code, out.toString(UTF_8), err.toString(UTF_8));
    }
}
