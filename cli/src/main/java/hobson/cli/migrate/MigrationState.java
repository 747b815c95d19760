package hobson.cli.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.cli.file.WholeFile;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a migration has done, in a file, so that one that broke off goes on where it was. The first line says from where and to where;
 * each other one is something that is done or, after a {@code !}, something to tell at the end of every run or, after a {@code ?}, a build that
 * was about to be sent. Deleting the file begins anew.
 */
final class MigrationState {
    private static final String NOTE = "! ";
    private static final String BEGUN = "? ";
    private static final String AS = " as #";

    private final Path file;
    private final Set<String> done;

    private MigrationState(Path file, Set<String> done) {
        this.file = file;
        this.done = done;
    }

    /** @throws CommandFailure when the file is that of another migration */
    static MigrationState open(Path file, String from, String to) throws IOException {
        var head = "hobson migrate from " + from + " to " + to;
        var text = Files.exists(file) ? Files.readString(file) : "";
        if (text.isEmpty()) {
            text = head + "\n";
            WholeFile.replace(file, text.getBytes(UTF_8));
        }
        var lines = wholeLines(text);
        if (lines.isEmpty() || !lines.getFirst().equals(head)) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    file
                            + " is the state of another migration: name another with --state, or delete it to begin anew.");
        }
        if (!text.endsWith("\n")) {
            WholeFile.replace(file, (String.join("\n", lines) + "\n").getBytes(UTF_8));
        }
        return new MigrationState(file, new HashSet<>(lines.subList(1, lines.size())));
    }

    /** Without the one that was being written when a run broke off: who knows what it was to say. */
    private static List<String> wholeLines(String text) {
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** What the runs before had to tell, for the report. */
    List<String> notes() {
        return done.stream()
                .filter(MigrationState::isNote)
                .map(line -> line.substring(NOTE.length()))
                .sorted()
                .toList();
    }

    /** As {@link #done}. Once is enough. */
    void note(String sentence) {
        done(NOTE + sentence);
    }

    /**
     * As {@link #done}: it is about to be sent, and will be a build of the target.
     *
     * @param lowest what its number will be, or more when others send builds, too
     */
    void begun(String what, int lowest) {
        done(BEGUN + what + AS + lowest);
    }

    /** The lowest number that a build may have that a run was about to send; nothing when none was. */
    OptionalInt begun(String what) {
        var start = line(BEGUN + what + AS);
        return done.stream()
                .filter(line -> line.startsWith(start))
                .mapToInt(line -> Integer.parseInt(line.substring(start.length())))
                .min();
    }

    private static boolean isNote(String line) {
        return line.startsWith(NOTE);
    }

    boolean isDone(String what) {
        return done.contains(line(what));
    }

    /** Is on disk when this returns. */
    void done(String what) {
        if (done.add(line(what))) {
            try {
                Files.write(file, List.of(line(what)), StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be written", e);
            }
        }
    }

    int size() {
        return (int) done.stream()
                .filter(line -> !isNote(line) && !line.startsWith(BEGUN))
                .count();
    }

    private static String line(String what) {
        return what.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }
}
