package hobson.parts.git;

import hobson.engine.run.StepFailed;
import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.parts.document.Element;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a build of a Jenkins has got from Git, as it keeps it: {@code BuildData} in {@code build.xml}, and the change log beside it. Kept
 * as if the build had been run here, so that the next build lists what is new since that one. Immutable.
 */
public final class StoredCheckout {
    private static final String DATA = "hudson.plugins.git.util.BuildData";
    private static final String BUILD = "hudson.plugins.git.util.Build";
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]{40,64}");
    private static final int LONGEST_NAME = 1_000;

    private final GitRecord record;

    private StoredCheckout(GitRecord record) {
        this.record = record;
    }

    /**
     * @param actions of the build
     * @return empty when it has got nothing, or nothing that makes sense
     */
    public static Optional<StoredCheckout> of(List<Element> actions) {
        return actions.stream()
                .filter(action -> action.name().equals(DATA))
                .findFirst()
                .flatMap(StoredCheckout::read);
    }

    private static Optional<StoredCheckout> read(Element data) {
        var built = new LinkedHashMap<String, GitRecord.Built>();
        for (var entry : children(data, "buildsByBranchName")) {
            var branch = entry.text("string").orElse("");
            if (!branch.isEmpty() && branch.length() <= LONGEST_NAME) {
                entry.child(BUILD).flatMap(StoredCheckout::built).ifPresent(build -> built.put(branch, build));
            }
        }
        return built.entrySet().stream()
                .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.build(), b.build())))
                .map(last -> new StoredCheckout(new GitRecord(
                        urls(data),
                        last.getKey(),
                        last.getValue().result(),
                        null,
                        null,
                        built,
                        List.of(),
                        data.text("scmName").orElse(""),
                        Map.of())));
    }

    private static List<Element> children(Element element, String field) {
        return element.child(field).map(Element::children).orElse(List.of());
    }

    /** One of the two may be a reference to the other. */
    private static Optional<GitRecord.Built> built(Element build) {
        var marked = revision(build, "marked");
        var revision = revision(build, "revision").or(() -> marked);
        return revision.map(result -> new GitRecord.Built(
                Math.max(0, build.number("hudsonBuildNumber").orElse(0)), marked.orElse(result), result));
    }

    private static Optional<String> revision(Element build, String field) {
        return build.child(field)
                .flatMap(revision -> revision.text("sha1"))
                .map(String::strip)
                .filter(sha -> REVISION.matcher(sha).matches());
    }

    private static List<String> urls(Element data) {
        var urls = new ArrayList<String>();
        for (var url : data.child("remoteUrls").map(Element::strings).orElse(List.of())) {
            try {
                urls.add(GitAddress.of(url).text());
            } catch (StepFailed e) {
                // what is no address here is none that a build has come from
            }
        }
        return urls;
    }

    /**
     * @param changeLog as the build has it; empty for none
     * @param build its folder here
     */
    public void keep(String changeLog, Path build) throws IOException {
        var commits = StoredChanges.parse(changeLog);
        if (!commits.isEmpty()) {
            Files.writeString(build.resolve(GitChanges.FILE), GitChanges.text(commits), StandardCharsets.UTF_8);
        }
        new GitRecord(
                        record.urls(),
                        record.branch(),
                        record.revision(),
                        null,
                        null,
                        record.built(),
                        authors(commits),
                        record.label(),
                        Map.of())
                .write(build);
    }

    private static List<Author> authors(List<Commit> commits) {
        return commits.stream().map(Commit::author).distinct().toList();
    }
}
