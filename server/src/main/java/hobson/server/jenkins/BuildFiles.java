package hobson.server.jenkins;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.GZIPInputStream;

/** Copies log and artifacts of builds. */
final class BuildFiles {
    private static final int BUFFER = 64 * 1024;

    /** Around what Jenkins hides in consoles for its own pages. */
    private static final byte[] NOTE = {27, '[', '8', 'm', 'h', 'a', ':'};

    private static final byte[] NOTE_END = {27, '[', '0', 'm'};

    private final JenkinsHome home;
    private final ImportReport report;

    BuildFiles(JenkinsHome home, ImportReport report) {
        this.home = home;
        this.report = report;
    }

    /** @param to the folder of the build here; exists, and is empty */
    void copy(Path from, Path to) throws IOException {
        log(from, to.resolve("log"));
        if (JenkinsHome.isFolder(from.resolve("archive"))) {
            tree(from.resolve("archive"), to.resolve("archive"));
        }
    }

    private void log(Path from, Path to) throws IOException {
        var plain = from.resolve("log");
        var packed = from.resolve("log.gz");
        if (JenkinsHome.isFile(plain)) {
            try (var in = JenkinsHome.open(plain, BUFFER)) {
                log(in, to);
            }
        } else if (JenkinsHome.isFile(packed)) {
            try (var in = new GZIPInputStream(JenkinsHome.open(packed, BUFFER), BUFFER)) {
                log(in, to);
            }
        }
    }

    private static void log(InputStream in, Path to) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(to), BUFFER)) {
            withoutNotes(in, out);
        }
    }

    /** A note ends with its mark, or with the line when it was cut short. */
    static void withoutNotes(InputStream in, OutputStream out) throws IOException {
        int matched = 0;
        boolean inside = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            var mark = inside ? NOTE_END : NOTE;
            if (b == mark[matched]) {
                matched++;
                if (matched == mark.length) {
                    inside = !inside;
                    matched = 0;
                }
                continue;
            }
            if (!inside) {
                out.write(mark, 0, matched);
            }
            matched = b == mark[0] ? 1 : 0;
            inside &= b != '\n';
            if (!inside && matched == 0) {
                out.write(b);
            }
        }
        if (!inside) {
            out.write(NOTE, 0, matched);
        }
    }

    private void tree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                } else {
                    report.note(home.name(file), "is no file, but a link or something else: it was left out");
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
