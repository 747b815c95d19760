package hobson.parts.git;

import hobson.engine.scm.Sources.Author;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a build has checked out, in the file {@code git} of its folder: a line for each thing, its parts between tabs. Immutable.
 *
 * @param previous the commit that the build before had of that branch
 * @param previousGood the one that the last successful build had
 * @param built of each branch, the last build and its commit
 */
record GitRecord(
        String url,
        String branch,
        String revision,
        @Nullable String previous,
        @Nullable String previousGood,
        Map<String, Built> built,
        List<Author> culprits) {
    /** That of a job which has built nothing yet. */
    static final GitRecord NONE = new GitRecord("", "", "", null, null, Map.of(), List.of());

    private static final String FILE = "git";
    private static final int MOST_BRANCHES = 200;

    /** A build's commit. */
    record Built(int build, String revision) {}

    GitRecord {
        built = Map.copyOf(built);
        culprits = List.copyOf(culprits);
    }

    /** Empty when that build has checked nothing out. */
    static Optional<GitRecord> read(Path buildFolder) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(buildFolder.resolve(FILE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        var single = new LinkedHashMap<String, String>();
        var built = new LinkedHashMap<String, Built>();
        var culprits = new ArrayList<Author>();
        for (var line : lines) {
            var words = line.split("\t", -1);
            switch (words[0]) {
                case "built" -> built.put(words[1], new Built(Integer.parseInt(words[3]), words[2]));
                case "culprit" -> culprits.add(new Author(words[1], words[2]));
                default -> single.put(words[0], words[1]);
            }
        }
        return Optional.of(new GitRecord(
                single.getOrDefault("url", ""),
                single.getOrDefault("branch", ""),
                single.getOrDefault("revision", ""),
                single.get("previous"),
                single.get("previousGood"),
                built,
                culprits));
    }

    /** Whole or not at all. */
    void write(Path buildFolder) throws IOException {
        var text = new StringBuilder();
        line(text, "url", url);
        line(text, "branch", branch);
        line(text, "revision", revision);
        if (previous != null) {
            line(text, "previous", previous);
        }
        if (previousGood != null) {
            line(text, "previousGood", previousGood);
        }
        built.entrySet().stream()
                .sorted((a, b) -> b.getValue().build - a.getValue().build)
                .limit(MOST_BRANCHES)
                .forEach(entry -> line(
                        text,
                        "built",
                        entry.getKey(),
                        entry.getValue().revision,
                        Integer.toString(entry.getValue().build)));
        culprits.forEach(author -> line(text, "culprit", author.name(), author.email()));
        var whole = Files.writeString(buildFolder.resolve(FILE + ".new"), text);
        Files.move(whole, buildFolder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void line(StringBuilder text, String... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : "\t").append(words[i].replaceAll("[\t\r\n]", " "));
        }
        text.append('\n');
    }

    /** {@code origin/main} for {@code refs/remotes/origin/main}. */
    String shortBranch() {
        return branch.replaceFirst("^refs/(?:remotes|tags|heads)/", "");
    }

    /** What the build is told ({@code queue-and-scheduling.md §17}). */
    Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("GIT_URL", url);
        variables.put("GIT_COMMIT", revision);
        variables.put("GIT_BRANCH", shortBranch());
        if (previous != null) {
            variables.put("GIT_PREVIOUS_COMMIT", previous);
        }
        if (previousGood != null) {
            variables.put("GIT_PREVIOUS_SUCCESSFUL_COMMIT", previousGood);
        }
        return variables;
    }
}
