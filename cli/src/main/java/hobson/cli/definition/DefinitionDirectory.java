package hobson.cli.definition;

import hobson.cli.diff.BadDocument;
import hobson.cli.file.WholeFile;
import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.client.ItemPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A directory of definitions:
 *
 * <pre>{@code
 * jobs/deploy.xml        the config.xml of the job deploy
 * jobs/team.xml          that of the folder team; may be missing
 * jobs/team/app.xml      that of the job team/app
 * views/Nightly.xml      that of a view of the server; views of folders are in the folders' documents
 * nodes/linux-1.xml      that of a node
 * }</pre>
 *
 * <p>Files that do not end with {@code .xml}, and all whose name begins with a dot, mean nothing.
 */
public final class DefinitionDirectory {
    private static final String XML = ".xml";
    private static final long LARGEST = 32 << 20;

    private final Path directory;

    public DefinitionDirectory(Path directory) {
        this.directory = directory;
    }

    /** @throws CommandFailure when something in it cannot be meant so */
    Definitions read() throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure(ExitCode.FILE, "There is no directory " + directory + ".");
        }
        var documents = new TreeMap<Address, Optional<String>>();
        var kinds = EnumSet.noneOf(Kind.class);
        for (var entry : entries(directory)) {
            var kind = kind(entry);
            if (kind.isPresent()) {
                kinds.add(kind.get());
                readFolder(entry, kind.get(), ItemPath.ROOT, documents);
            }
        }
        if (kinds.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FILE, directory + " defines nothing: there is no folder jobs, views or nodes in it.");
        }
        return new Definitions(documents, kinds);
    }

    private Optional<Kind> kind(Path entry) {
        var name = name(entry);
        var kind = Arrays.stream(Kind.values())
                .filter(one -> one.folder().equals(name))
                .findFirst();
        if (kind.isEmpty() && Files.isDirectory(entry)) {
            throw new CommandFailure(
                    ExitCode.FILE, entry + " means nothing: definitions are in the folders jobs, views and nodes.");
        }
        return kind.filter(one -> Files.isDirectory(entry));
    }

    private void readFolder(Path folder, Kind kind, ItemPath path, Map<Address, Optional<String>> documents)
            throws IOException {
        for (var entry : entries(folder)) {
            if (Files.isDirectory(entry)) {
                if (kind != Kind.ITEM) {
                    throw new CommandFailure(ExitCode.FILE, entry + " means nothing: only jobs are in folders.");
                }
                var inner = path.child(decoded(entry, name(entry)));
                documents.putIfAbsent(Address.item(inner), Optional.empty());
                readFolder(entry, kind, inner, documents);
            } else if (name(entry).endsWith(XML)) {
                var name = decoded(entry, name(entry).substring(0, name(entry).length() - XML.length()));
                documents.put(new Address(kind, path.child(name)), Optional.of(text(entry, kind, name)));
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }

    private static String decoded(Path entry, String name) {
        return FileName.name(name)
                .filter(decoded -> !decoded.isBlank() && !decoded.contains("/"))
                .orElseThrow(() -> new CommandFailure(ExitCode.FILE, entry + " is no name: a percent sign is %25."));
    }

    private static String text(Path file, Kind kind, String name) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new CommandFailure(ExitCode.FILE, file + " is too large for a definition.");
        }
        var text = DocumentText.read(Files.readAllBytes(file));
        try {
            var own = DocumentText.plain(text).value("name");
            if (kind == Kind.NODE && own.isPresent() && !own.get().equals(name)) {
                throw new CommandFailure(
                        ExitCode.BAD_DATA, file + " calls its node '" + own.get() + "': that would rename the node.");
            }
            return text;
        } catch (BadDocument e) {
            throw new CommandFailure(ExitCode.BAD_DATA, file + ", " + e.getMessage());
        }
    }

    /** Where the document of that is, or belongs. */
    Path file(Address address) {
        var file = directory.resolve(address.kind().folder());
        var names = address.path().names();
        for (var name : names.subList(0, names.size() - 1)) {
            file = file.resolve(FileName.of(name));
        }
        return file.resolve(FileName.of(address.name()) + XML);
    }

    /** Makes the folder of that kind, so that the directory speaks about it even when there is none. */
    void begin(Kind kind) throws IOException {
        Files.createDirectories(directory.resolve(kind.folder()));
    }

    /**
     * Writes a document, unless what is there means the same.
     *
     * @return whether it was written
     */
    boolean write(Address address, String text) throws IOException {
        var file = file(address);
        if (Files.exists(file) && means(address.kind(), text, DocumentText.read(Files.readAllBytes(file)))) {
            return false;
        }
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        WholeFile.replace(file, DocumentText.bytes(text));
        return true;
    }

    private static boolean means(Kind kind, String present, String written) {
        try {
            return Comparison.of(kind, present, written).isNone();
        } catch (BadDocument e) {
            return false;
        }
    }

    /** Removes the document of that; a folder's directory stays as long as something is in it. */
    void remove(Address address) throws IOException {
        var file = file(address);
        Files.deleteIfExists(file);
        var inner = file.resolveSibling(FileName.of(address.name()));
        if (Files.isDirectory(inner) && entries(inner).isEmpty()) {
            Files.delete(inner);
        }
    }
}
