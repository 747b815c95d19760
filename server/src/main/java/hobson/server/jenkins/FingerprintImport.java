package hobson.server.jenkins;

import hobson.engine.Refusal;
import hobson.engine.build.BuildSummary;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.parts.document.Documents;
import hobson.parts.document.Element;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes in which builds made and used which files, as far as the builds are there. For one thread, once. */
final class FingerprintImport {
    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");
    private static final int LONGEST_NAME = 255;
    private static final DateTimeFormatter SEEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS][.SS][.S] 'UTC'", Locale.ROOT);

    private final ImportTarget target;
    private final JenkinsHome home;
    private final Documents documents;
    private final ImportReport report;
    private final Map<String, NavigableSet<Integer>> builds = new HashMap<>();

    FingerprintImport(ImportTarget target, JenkinsHome home, Documents documents, ImportReport report) {
        this.target = target;
        this.home = home;
        this.documents = documents;
        this.report = report;
    }

    /** Those that are there already get what is new of them. */
    void run() {
        for (var first : folders(home.path("fingerprints"))) {
            for (var second : folders(first)) {
                files(second).forEach(this::file);
            }
        }
    }

    private List<Path> folders(Path folder) {
        try {
            return JenkinsHome.folders(folder);
        } catch (JenkinsHome.Unreadable e) {
            report.note(home.name(folder), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private List<Path> files(Path folder) {
        try {
            return JenkinsHome.files(folder);
        } catch (JenkinsHome.Unreadable e) {
            report.note(home.name(folder), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void file(Path file) {
        var path = home.path("fingerprints")
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "");
        var md5 = path.replaceFirst("\\.xml$", "").toLowerCase(Locale.ROOT);
        if (!MD5.matcher(md5).matches()) {
            return; // something else that lies there
        }
        try {
            var document = JenkinsHome.bytes(file).map(documents::read);
            if (document.isPresent()) {
                take(md5, document.get().root());
            }
        } catch (Refusal | IllegalArgumentException | JenkinsHome.Unreadable e) {
            report.note(home.name(file), String.valueOf(e.getMessage()));
        }
    }

    private void take(String md5, Element root) {
        var name = root.text("fileName").orElse("").replaceAll("[/\\p{Cntrl}]", "_");
        var files = Map.of(name.substring(0, Math.min(name.length(), LONGEST_NAME)), md5);
        long seen = seen(root);
        boolean known = target.fingerprints().find(md5).isPresent();
        boolean any = false;
        var origin = root.child("original");
        if (origin.isPresent()) {
            var job = origin.get().text("name").orElse("");
            int number = origin.get().number("number").orElse(0);
            if (builds(job).contains(number)) {
                target.fingerprints().record(id(job), number, files, true, seen);
                any = true;
            }
        }
        for (var usage : root.child("usages").map(Element::children).orElse(List.of())) {
            var job = usage.text("string").orElse("");
            for (int number : meant(usage.text("ranges").orElse(""), builds(job))) {
                target.fingerprints().record(id(job), number, files, false, seen);
                any = true;
            }
        }
        if (any && known) {
            report.present("fingerprints");
        } else if (any) {
            report.taken("fingerprints");
        }
    }

    private static long seen(Element root) {
        try {
            var text = root.text("timestamp").orElse("").strip();
            return LocalDateTime.parse(text, SEEN).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return 0;
        }
    }

    /** {@code 1-3,7}: both ends count. However far it goes, there are no more than the job has builds. */
    private static NavigableSet<Integer> meant(String ranges, NavigableSet<Integer> existing) {
        var meant = new TreeSet<Integer>();
        for (var text : ranges.split(",", -1)) {
            var range = RANGE.matcher(text.strip());
            if (range.matches()) {
                int from = Integer.parseInt(range.group(1));
                int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
                if (from <= to) {
                    meant.addAll(existing.subSet(from, true, to, true));
                }
            }
        }
        return meant;
    }

    private Optional<Job> job(String fullName) {
        try {
            return target.registry()
                    .item(ItemPath.of(fullName))
                    .filter(Job.class::isInstance)
                    .map(Job.class::cast);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private long id(String job) {
        return job(job).map(Job::id).orElse(0L);
    }

    private NavigableSet<Integer> builds(String job) {
        return builds.computeIfAbsent(
                job,
                name -> job(name)
                        .map(found -> target.builds().history(found.id()).stream()
                                .map(BuildSummary::number)
                                .collect(Collectors.toCollection(TreeSet::new)))
                        .orElseGet(TreeSet::new));
    }
}
