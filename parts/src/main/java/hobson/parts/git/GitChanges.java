package hobson.parts.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code git log} says of new commits, in the file {@code git-changes} of a build's folder. */
final class GitChanges {
    static final String FILE = "git-changes";

    /** Between commits a byte that no field begins with, then the commit's name; between fields what no field can contain. */
    private static final String FORMAT = "%x01%H%x00%cn%x00%ce%x00%ct%x00%ci%x00%B%x00";

    private static final Pattern COMMIT = Pattern.compile("\u0001(?=[0-9a-f]{40,64}\u0000)");
    private static final int FIELDS = 7;
    private static final long MOST_BYTES = 16 << 20;

    private GitChanges() {}

    /**
     * Words to a shell that make {@code git log} say what {@link #parse} reads.
     *
     * @param ofAuthors who wrote a change counts, rather than who committed it
     */
    static String words(boolean ofAuthors) {
        return ShellScript.quoted(arguments(ofAuthors));
    }

    static List<String> arguments(boolean ofAuthors) {
        var format = ofAuthors ? FORMAT.replace("%c", "%a") : FORMAT;
        return List.of(
                "--no-merges", "--name-status", "-M", "-z", "--no-color", "--encoding=UTF-8", "--format=" + format);
    }

    /** None when the build has no such file. */
    static List<Commit> read(Path buildFolder) throws IOException {
        try {
            var file = buildFolder.resolve(FILE);
            return Files.size(file) > MOST_BYTES ? List.of() : parse(new String(Files.readAllBytes(file), UTF_8));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** As {@link #parse} reads it. */
    static String text(List<Commit> commits) {
        var text = new StringBuilder();
        for (var commit : commits) {
            var author = commit.author();
            text.append('\u0001');
            for (var field : new String[] {
                commit.id(),
                author.name(),
                author.email(),
                Long.toString(commit.timestamp() / 1_000),
                commit.date(),
                commit.comment(),
                ""
            }) {
                text.append(field).append('\u0000');
            }
            for (var file : commit.files()) {
                text.append(file.edit().equals("edit") ? "M" : file.edit().equals("add") ? "A" : "D")
                        .append('\u0000')
                        .append(file.path())
                        .append('\u0000');
            }
        }
        return text.toString();
    }

    static List<Commit> parse(String log) {
        var commits = new ArrayList<Commit>();
        for (var text : COMMIT.split(log, -1)) {
            var fields = text.split("\u0000", -1);
            if (fields.length >= FIELDS) {
                commits.add(new Commit(
                        fields[0],
                        new Author(fields[1], fields[2]),
                        fields[4],
                        Long.parseLong(fields[3]) * 1_000,
                        fields[5].endsWith("\n") ? fields[5] : fields[5] + "\n",
                        files(fields)));
            }
        }
        return commits;
    }

    private static List<Touched> files(String[] fields) {
        var files = new ArrayList<Touched>();
        for (int i = FIELDS; i + 1 < fields.length; i += 2) {
            var status = fields[i].strip();
            boolean moved = status.startsWith("R") || status.startsWith("C");
            if (moved && i + 2 < fields.length) {
                if (status.startsWith("R")) {
                    files.add(new Touched("delete", fields[i + 1]));
                }
                files.add(new Touched("add", fields[i + 2]));
                i++;
            } else if (!status.isEmpty()) {
                files.add(new Touched(edit(status), fields[i + 1]));
            }
        }
        return files;
    }

    private static String edit(String status) {
        return switch (status.charAt(0)) {
            case 'A' -> "add";
            case 'D' -> "delete";
            default -> "edit";
        };
    }
}
