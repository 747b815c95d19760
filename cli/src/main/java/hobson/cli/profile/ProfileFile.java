package hobson.cli.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.cli.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where profiles are kept: {@code HOBSON_CONFIG}, or {@code hobson/profiles} in {@code XDG_CONFIG_HOME}, which is {@code ~/.config}
 * unless it is set. It holds tokens, so it is readable by its owner alone.
 */
public final class ProfileFile {
    private static final long LARGEST = 1 << 20;
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final Path path;

    private ProfileFile(Path path) {
        this.path = path;
    }

    public static ProfileFile of(Environment environment) {
        return new ProfileFile(environment
                .variable("HOBSON_CONFIG")
                .map(environment::file)
                .orElseGet(() -> folder(environment).resolve("hobson").resolve("profiles")));
    }

    private static Path folder(Environment environment) {
        // as the specification of base directories has it: a relative one is ignored
        return environment
                .variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> environment.home().resolve(".config"));
    }

    public Path path() {
        return path;
    }

    /** @throws BadProfiles when it cannot be read or understood; a missing file is an empty one */
    public Profiles read() {
        try {
            if (!Files.exists(path)) {
                return Profiles.none();
            }
            if (Files.size(path) > LARGEST) {
                throw new BadProfiles(path + " is too large for a file of profiles.");
            }
            return Profiles.read(Files.readString(path), path.toString());
        } catch (IOException e) {
            throw new BadProfiles(path + " cannot be read: " + e.getMessage());
        }
    }

    /** Whether somebody else may read it, who should not. */
    public boolean isExposed() {
        try {
            return Files.exists(path)
                    && isPosix()
                    && Files.getPosixFilePermissions(path).stream()
                            .anyMatch(
                                    EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ)
                                            ::contains);
        } catch (IOException e) {
            return false; // reading it says why
        }
    }

    /** Replaces it as a whole: at every moment there is the old one or the new one. */
    public void write(Profiles profiles) {
        try {
            var folder = path.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder, attributes(OWNERS_FOLDER));
            }
            WholeFile.replace(path, profiles.text().getBytes(UTF_8), attributes(OWNER));
        } catch (IOException e) {
            throw new BadProfiles(path + " cannot be written: " + e.getMessage());
        }
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
