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
 * @param urls of the repositories, the first one first
 * @param previous the commit that the build before had of that branch
 * @param previousGood the one that the last successful build had
 * @param built of each branch, the last build and its commit
 * @param label what the job calls its sources
 * @param more variables of the build
 */
record GitRecord(
        List<String> urls,
        String branch,
        String revision,
        @Nullable String previous,
        @Nullable String previousGood,
        Map<String, Built> built,
        List<Author> culprits,
        String label,
        Map<String, String> more) {
    /** That of a job which has built nothing yet. */
    static final GitRecord NONE = new GitRecord(List.of(), "", "", null, null, Map.of(), List.of(), "", Map.of());

    private static final String FILE = "git";
    private static final int MOST_BRANCHES = 200;

    /**
     * A build's commit.
     *
     * @param result what was built: that commit, or what merging it gave
     */
    record Built(int build, String revision, String result) {}

    GitRecord {
        urls = List.copyOf(urls);
        more = Map.copyOf(more);
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
        var urls = new ArrayList<String>();
        var more = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var words = line.split("\t", -1);
            switch (words[0]) {
                case "url" -> urls.add(words[1]);
                case "variable" -> more.put(words[1], words[2]);
                case "built" ->
                    built.put(
                            words[1],
                            new Built(Integer.parseInt(words[3]), words[2], words.length > 4 ? words[4] : words[2]));
                case "culprit" -> culprits.add(new Author(words[1], words[2]));
                default -> single.put(words[0], words[1]);
            }
        }
        return Optional.of(new GitRecord(
                urls,
                single.getOrDefault("branch", ""),
                single.getOrDefault("revision", ""),
                single.get("previous"),
                single.get("previousGood"),
                built,
                culprits,
                single.getOrDefault("label", ""),
                more));
    }

    /** Whole or not at all. */
    void write(Path buildFolder) throws IOException {
        var text = new StringBuilder();
        urls.forEach(url -> line(text, "url", url));
        line(text, "label", label);
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
                        Integer.toString(entry.getValue().build),
                        entry.getValue().result));
        more.forEach((name, value) -> line(text, "variable", name, value));
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
        for (int i = 0; i < urls.size(); i++) {
            if (i == 0) {
                variables.put("GIT_URL", urls.getFirst());
            }
            if (urls.size() > 1) {
                variables.put("GIT_URL_" + (i + 1), urls.get(i));
            }
        }
        variables.put("GIT_COMMIT", revision);
        variables.put("GIT_BRANCH", shortBranch());
        if (previous != null) {
            variables.put("GIT_PREVIOUS_COMMIT", previous);
        }
        if (previousGood != null) {
            variables.put("GIT_PREVIOUS_SUCCESSFUL_COMMIT", previousGood);
        }
        variables.putAll(more);
        return variables;
    }
}
