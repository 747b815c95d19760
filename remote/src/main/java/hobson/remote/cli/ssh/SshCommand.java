package hobson.remote.cli.ssh;

import static java.lang.System.Logger.Level.DEBUG;
import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.user.Caller;
import hobson.remote.cli.CommandCall;
import hobson.remote.cli.Commands;
import hobson.remote.cli.transport.Admissions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/** A command on a channel of its own: its streams are the channel's, and who closes it interrupts the command. */
final class SshCommand implements Command {
    private static final System.Logger log = System.getLogger(SshCommand.class.getName());
    private static final int NOT_RUN = 255;

    private final Caller caller;
    private final List<String> words;
    private final Commands commands;
    private final Admissions admissions;
    private final String rootUrl;
    private final BooleanSupplier ending;
    private InputStream input = InputStream.nullInputStream();
    private OutputStream output = OutputStream.nullOutputStream();
    private OutputStream error = OutputStream.nullOutputStream();
    private @Nullable ExitCallback exit;
    private @Nullable Thread running;

    /** @param ending whether the server ends, so that it is not the caller who has gone */
    SshCommand(
            Caller caller,
            List<String> words,
            Commands commands,
            Admissions admissions,
            String rootUrl,
            BooleanSupplier ending) {
        this.caller = caller;
        this.words = List.copyOf(words);
        this.commands = commands;
        this.admissions = admissions;
        this.rootUrl = rootUrl;
        this.ending = ending;
    }

    @Override
    public void setInputStream(InputStream in) {
        input = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        output = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        error = err;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public synchronized void start(ChannelSession channel, Environment environment) {
        running = Thread.ofVirtual().name("cli-ssh").start(this::run);
    }

    private void run() {
        int code = NOT_RUN;
        try {
            code = answer();
        } catch (IOException e) {
            log.log(DEBUG, "A caller by SSH could not be answered", e);
        } finally {
            finish(code);
        }
    }

    private int answer() throws IOException {
        if (words.isEmpty() || commands.find(words.getFirst()).isEmpty()) {
            return refused("Unknown command: " + (words.isEmpty() ? "" : words.getFirst()));
        }
        try (var _ = admissions.admit(caller)) {
            return commands.run(new CommandCall(caller, words, input, output, error, UTF_8, rootUrl));
        } catch (Admissions.Refused e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private int refused(String sentence) throws IOException {
        error.write((sentence + "\n").getBytes(UTF_8));
        error.flush();
        return NOT_RUN;
    }

    private void finish(int code) {
        synchronized (this) {
            running = null;
        }
        var _ = Thread.interrupted();
        if (exit != null) {
            exit.onExit(code);
        }
    }

    /** The channel is closed, which also happens after the end. */
    @Override
    public synchronized void destroy(ChannelSession channel) {
        if (running != null && !ending.getAsBoolean()) {
            running.interrupt();
        }
    }
}
