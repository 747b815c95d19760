package hobson.server.jenkins;

import java.io.BufferedOutputStream;
import java.io.EOFException;
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
import java.util.zip.ZipException;

/** Copies log and artifacts of builds. */
final class BuildFiles {
    private static final int BUFFER = 64 * 1024;

    private static final long LARGEST_LOG = 4L << 30;

    /** Of smaller ones nobody asks whether there is room: asking takes longer than copying. */
    private static final long LARGE = 1L << 30;

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
        try {
            if (JenkinsHome.isFile(plain)) {
                try (var in = JenkinsHome.open(plain, BUFFER)) {
                    log(in, to);
                }
            } else if (JenkinsHome.isFile(packed)) {
                unpack(packed, to);
            }
        } catch (JenkinsHome.Unreadable e) {
            report.note(home.name(from), "has a log that " + e.getMessage());
        }
    }

    /** What is broken or unpacks to more than anybody reads is kept up to there. */
    private void unpack(Path packed, Path to) throws IOException {
        try (var in = new Bounded(new GZIPInputStream(JenkinsHome.open(packed, BUFFER), BUFFER), LARGEST_LOG)) {
            log(in, to);
            if (in.isExhausted()) {
                report.note(home.name(packed), "has more than " + LARGEST_LOG + " bytes: the rest was left out");
            }
        } catch (ZipException | EOFException e) {
            report.note(home.name(packed), "is broken: it was taken in up to there");
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
                if (!attributes.isRegularFile()) {
                    report.note(home.name(file), "is no file, but a link or something else: it was left out");
                } else if (!Files.isReadable(file)) {
                    report.note(home.name(file), "may not be read by this account: it was left out");
                } else if (attributes.size() > LARGE
                        && attributes.size() > Files.getFileStore(to).getUsableSpace() / 2) {
                    report.note(home.name(file), "is larger than half of what is free here: it was left out");
                } else {
                    Files.copy(
                            file,
                            to.resolve(from.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                report.note(home.name(file), "cannot be read: it was left out");
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
