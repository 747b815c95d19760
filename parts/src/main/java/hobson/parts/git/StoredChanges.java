package hobson.parts.git;

import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the change log of a build as the Git plugin keeps it: what {@code git whatchanged --format=raw} says. For one use. */
final class StoredChanges {
    private static final int MOST_COMMITS = 1_024;
    private static final Pattern COMMIT = Pattern.compile("commit ([0-9a-f]{40,64})(?: .*)?");
    private static final Pattern COMMITTER = Pattern.compile("committer (.*?) ?<([^>]*)> (\\d{1,11}) ([+-]\\d{4})");
    private static final Pattern FILE = Pattern.compile(":\\d+ \\d+ \\S+ \\S+ ([A-Z])\\d*\t([^\t]+)(?:\t([^\t]+))?");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT);

    private final List<Commit> commits = new ArrayList<>();
    private final StringBuilder comment = new StringBuilder();
    private final List<Touched> files = new ArrayList<>();
    private String id = "";
    private Author author = new Author("", "");
    private String date = "";
    private long timestamp;
    private int blanks;

    private StoredChanges() {}

    /** What is no commit is passed over. */
    static List<Commit> parse(String log) {
        var changes = new StoredChanges();
        log.lines().forEach(changes::line);
        changes.end();
        return changes.commits;
    }

    private void line(String line) {
        var commit = COMMIT.matcher(line);
        if (commit.matches()) {
            end();
            id = commit.group(1);
        } else if (line.startsWith("    ")) {
            comment.repeat('\n', blanks).append(line.substring(4)).append('\n');
            blanks = 0;
        } else if (line.isEmpty()) {
            blanks += comment.isEmpty() ? 0 : 1;
        } else if (line.startsWith(":")) {
            file(line);
        } else if (line.startsWith("committer ")) {
            committer(line);
        }
    }

    private void committer(String line) {
        var found = COMMITTER.matcher(line);
        if (found.matches()) {
            author = new Author(plain(found.group(1)), plain(found.group(2)));
            long seconds = Long.parseLong(found.group(3));
            timestamp = seconds * 1_000;
            try {
                date = DATE.format(Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.of(found.group(4))));
            } catch (DateTimeException e) {
                date = "";
            }
        }
    }

    private void file(String line) {
        var found = FILE.matcher(line);
        if (found.matches()) {
            var path = unquoted(found.group(2));
            var moved = found.group(3);
            switch (found.group(1)) {
                case "A" -> files.add(new Touched("add", path));
                case "D" -> files.add(new Touched("delete", path));
                case "R", "C" -> {
                    if (found.group(1).equals("R")) {
                        files.add(new Touched("delete", path));
                    }
                    files.add(new Touched("add", moved == null ? path : unquoted(moved)));
                }
                default -> files.add(new Touched("edit", path));
            }
        }
    }

    /** Git writes {@code "a\303\274"} for what is not plain. */
    private static String unquoted(String path) {
        if (path.length() < 2 || !path.startsWith("\"") || !path.endsWith("\"")) {
            return plain(path);
        }
        var bytes = new ByteArrayOutputStream();
        var inside = path.substring(1, path.length() - 1).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < inside.length; i++) {
            if (inside[i] == '\\' && i + 3 < inside.length && inside[i + 1] >= '0' && inside[i + 1] <= '3') {
                bytes.write((inside[i + 1] - '0') * 64 + (inside[i + 2] - '0') * 8 + (inside[i + 3] - '0'));
                i += 3;
            } else if (inside[i] == '\\' && i + 1 < inside.length) {
                i++;
                bytes.write(inside[i] == 't' ? '\t' : inside[i] == 'n' ? '\n' : inside[i]);
            } else {
                bytes.write(inside[i]);
            }
        }
        return plain(bytes.toString(StandardCharsets.UTF_8));
    }

    /** Without what stands between fields where changes are kept. */
    private static String plain(String text) {
        return text.replace('\u0000', ' ').replace('\u0001', ' ');
    }

    private void end() {
        if (!id.isEmpty() && commits.size() < MOST_COMMITS) {
            commits.add(new Commit(id, author, date, timestamp, plain(comment.toString()), files));
        }
        id = "";
        author = new Author("", "");
        date = "";
        timestamp = 0;
        blanks = 0;
        comment.setLength(0);
        files.clear();
    }
}
