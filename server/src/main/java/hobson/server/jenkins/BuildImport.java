package hobson.server.jenkins;

import hobson.engine.Refusal;
import hobson.engine.build.Build;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.event.Change;
import hobson.engine.item.Job;
import hobson.parts.document.Documents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes in the builds of one job: first the files of some dozens, then their records, in one transaction. */
final class BuildImport {
    private static final int BATCH = 64;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

    private final ImportTarget target;
    private final JenkinsHome home;
    private final Documents documents;
    private final JenkinsSecrets secrets;
    private final ImportReport report;
    private final Consumer<String> progress;
    private final BuildFiles files;
    private final BuildResults results;

    BuildImport(
            ImportTarget target,
            JenkinsHome home,
            Documents documents,
            JenkinsSecrets secrets,
            ImportReport report,
            Consumer<String> progress) {
        this.target = target;
        this.home = home;
        this.documents = documents;
        this.secrets = secrets;
        this.report = report;
        this.progress = progress;
        this.files = new BuildFiles(home, report);
        this.results = new BuildResults(target.tests(), target.lastChanges(), home, report);
    }

    /** @param folder of the job */
    void all(Job job, Path folder) throws IOException {
        var known = target.builds().history(job.id()).stream()
                .map(BuildSummary::number)
                .collect(Collectors.toSet());
        var batch = new ArrayList<Build>(BATCH);
        home.noteLink(folder.resolve("builds"), report);
        for (var each : numbered(folder.resolve("builds"))) {
            int number = Integer.parseInt(String.valueOf(each.getFileName()));
            if (known.contains(number)) {
                report.present("builds");
                results.present(new BuildId(job.id(), number));
            } else {
                read(job, number, each, batch);
            }
            if (batch.size() == BATCH) {
                adopt(job, batch, 1);
            }
        }
        adopt(job, batch, next(folder));
    }

    private static List<Path> numbered(Path builds) throws IOException {
        return JenkinsHome.folders(builds).stream()
                .filter(folder ->
                        NUMBER.matcher(String.valueOf(folder.getFileName())).matches())
                .sorted(Comparator.comparingInt(folder -> Integer.parseInt(String.valueOf(folder.getFileName()))))
                .toList();
    }

    private int next(Path folder) {
        var file = folder.resolve("nextBuildNumber");
        var text = "";
        try {
            text = JenkinsHome.bytes(file)
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                    .orElse("");
        } catch (JenkinsHome.Unreadable e) {
            report.note(home.name(file), String.valueOf(e.getMessage()));
        }
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
    }

    private void read(Job job, int number, Path folder, List<Build> batch) throws IOException {
        var file = folder.resolve("build.xml");
        try {
            var document = JenkinsHome.bytes(file).map(documents::read);
            if (document.isEmpty()) {
                report.note(home.name(folder), "has no build.xml");
                return;
            }
            var root = document.get().root();
            var build = new BuildReader(target.vault(), secrets, report, home.name(file)).read(job.id(), number, root);
            var to = target.folders().of(job.id(), number);
            BuildFolders.delete(to); // of an import that was interrupted
            Files.createDirectories(to);
            files.copy(folder, to);
            results.checkout(build, root, folder, to);
            batch.add(results.tested(build, root, folder));
            report.taken("builds");
        } catch (Refusal | IllegalArgumentException | JenkinsHome.Unreadable e) {
            report.note(home.name(file), String.valueOf(e.getMessage()));
        }
    }

    private void adopt(Job job, List<Build> batch, int next) {
        target.past()
                .adopt(job.id(), batch, next, Change.bySystem(target.clock().instant()));
        if (!batch.isEmpty()) {
            progress.accept(job.path().fullName() + " #" + batch.getLast().number());
            batch.clear();
        }
    }
}
