package hobson.exec;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an order's record says at one moment: the supervisor's process id, then the command's exit code, a line each. A line without
 * its line feed is not there yet; what is no number counts as not written.
 */
record ProcessRecord(OptionalInt supervisor, OptionalInt code) {
    private static final System.Logger LOG = System.getLogger(ProcessRecord.class.getName());
    private static final int LONGEST = 64;

    /** A record that does not exist says nothing. */
    static ProcessRecord read(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return parse(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException _) {
            return parse("");
        }
    }

    /** Counts one that cannot be read as empty, and says so. */
    static ProcessRecord orSilence(Path path) {
        try {
            return read(path);
        } catch (IOException unreadable) {
            LOG.log(WARNING, path + " cannot be read; its process counts as vanished.", unreadable);
            return parse("");
        }
    }

    static ProcessRecord parse(String text) {
        var complete = text.substring(0, text.lastIndexOf('\n') + 1);
        var lines = new ArrayList<OptionalInt>(List.of(OptionalInt.empty(), OptionalInt.empty()));
        var given = complete.lines().limit(2).map(ProcessRecord::number).toList();
        for (int i = 0; i < given.size(); i++) lines.set(i, given.get(i));
        return new ProcessRecord(lines.getFirst(), lines.getLast());
    }

    private static OptionalInt number(String line) {
        try {
            return OptionalInt.of(Integer.parseUnsignedInt(line));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
