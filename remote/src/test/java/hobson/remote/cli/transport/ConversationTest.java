package hobson.remote.cli.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.remote.cli.Command;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.Commands;
import hobson.remote.cli.NamedCommand;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void input_callerNeverSaysWhatToDo_isThrownAwayAtTheEnd() {
        var authorization = new Authorization.Unsecured();
        var conversation =
                new Conversation(Caller.ANONYMOUS, "/", new Commands(List.of(), authorization), Duration.ofMillis(1));
        assertThatThrownBy(() -> conversation.run((_, _, _, _) -> {})).isInstanceOf(ProtocolException.class);

        int more = Conversation.LARGEST;
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> conversation.take(Op.STDIN.number(), more, new ByteArrayInputStream(new byte[more])));
    }

    /** An end of the input would make a shorter document of it. */
    @Test
    void input_callerIsGoneInTheMiddle_hasNoEnd() throws Exception {
        var gone = new AtomicReference<Runnable>(() -> {});
        var read = new ArrayList<String>();
        CommandGroup reading = () -> List.of(new NamedCommand("read", "Reads.", () -> terminal -> {
            Objects.requireNonNull(gone.get()).run();
            boolean _ = Thread.interrupted(); // somewhere on the way to its input
            read.add(terminal.text());
            return Command.SUCCESS;
        }));
        var conversation = new Conversation(
                Caller.ANONYMOUS,
                "/",
                new Commands(List.of(reading), new Authorization.Unsecured()),
                Duration.ofSeconds(10));
        gone.set(conversation::abandon);
        conversation.take(Op.ARG.number(), 6, new ByteArrayInputStream(new byte[] {0, 4, 'r', 'e', 'a', 'd'}));
        conversation.take(Op.START.number(), 0, InputStream.nullInputStream());
        conversation.take(Op.STDIN.number(), 4, new ByteArrayInputStream(new byte[4]));

        conversation.run((_, _, _, _) -> {});

        assertThat(read).isEmpty();
    }
}
