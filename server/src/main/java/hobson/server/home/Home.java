package hobson.server.home;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all a server keeps.
 *
 * <pre>{@code
 * lock                      held by the running server, contains its process id
 * secret.key                32 random bytes that encrypt the secrets in the database; readable by the owner alone
 * secret.key.old            the key until now, while it is being replaced
 * server-id                 32 hexadecimal digits by which discovery names the server; no secret
 * initial-admin-password    of the first start; readable by the owner alone
 * identity.key              the key by which agents and clients know this server again; readable by the owner alone
 * userContent               what the administrator gives to everybody who may read: shown at /userContent/
 * }</pre>
 *
 * and what the other rooms put there. A home is open from {@link #open} to {@link #close}, for one server at a time, also across
 * machines where the file system carries locks.
 */
public final class Home implements AutoCloseable {
    private static final int KEY_BYTES = 32;
    private static final String KEY = "secret.key";
    private static final String OLD_KEY = "secret.key.old";
    private static final String USER_CONTENT =
            "Files in this folder are shown at /userContent/ to everybody who may read on this server.\n";
    private static final Pattern SERVER_ID = Pattern.compile("[0-9a-f]{32}");

    private final Path folder;
    private final FileChannel lock;
    private final byte[] key;
    private final byte @Nullable [] oldKey;
    private final String serverId;
    private final InstanceKey identity;

    private Home(
            Path folder,
            FileChannel lock,
            byte[] key,
            byte @Nullable [] oldKey,
            String serverId,
            InstanceKey identity) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
        this.oldKey = oldKey;
        this.serverId = serverId;
        this.identity = identity;
    }

    /**
     * Opens the folder, and makes what a new home needs.
     *
     * @throws BadHome when it cannot be used; nothing was changed in a home that another server uses
     */
    public static Home open(Path folder, SecureRandom random) {
        return open(folder, random, false);
    }

    /** As {@link #open}, with an identity that takes no time to make and proves nothing. */
    public static Home openForTests(Path folder, SecureRandom random) {
        return open(folder, random, true);
    }

    private static Home open(Path folder, SecureRandom random, boolean forTests) {
        var home = folder.toAbsolutePath().normalize();
        try {
            makeFolder(home);
            var lock = HomeLock.acquire(home);
            try {
                var key = key(home, random);
                var identity = new InstanceKey(home.resolve("identity.key"), random, forTests);
                return new Home(home, lock, key, oldKey(home), serverId(home, random), identity);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BadHome(explained(home, e));
        }
    }

    private static void makeFolder(Path home) throws IOException {
        if (Files.isDirectory(home)) {
            closeToOthersIfEmpty(home);
        } else {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            var parent = home.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(home, ownerOnly);
        }
    }

    /** An empty folder was made to become a home; one with something in it has the permissions that somebody chose. */
    private static void closeToOthersIfEmpty(Path home) throws IOException {
        boolean empty;
        try (var entries = Files.newDirectoryStream(home)) {
            empty = !entries.iterator().hasNext();
        }
        if (!empty) {
            return;
        }
        try {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        } catch (FileSystemException e) {
            throw new BadHome("The empty folder " + home + " cannot be closed to others ("
                    + Objects.requireNonNullElse(e.getReason(), "not allowed")
                    + "): make the user " + System.getProperty("user.name")
                    + " its owner, or give --home a folder that does not exist yet.");
        }
    }

    private static byte[] key(Path home, SecureRandom random) throws IOException {
        var file = home.resolve(KEY);
        if (Files.notExists(file)) {
            if (Files.exists(home.resolve("server-id"))) {
                throw new BadHome(
                        "The home " + home + " has lost its secret.key, without which its secrets cannot be opened:"
                                + " restore it from a backup, or remove server-id to begin with a new key.");
            }
            var key = new byte[KEY_BYTES];
            random.nextBytes(key);
            OwnersFile.write(file, key);
        }
        var key = Files.readAllBytes(file);
        if (key.length != KEY_BYTES) {
            throw new BadHome("The file " + file + " has " + key.length + " bytes instead of " + KEY_BYTES
                    + ": restore it from a backup.");
        }
        return key;
    }

    /** There is one while the key is being replaced, also when that was interrupted. */
    private static byte @Nullable [] oldKey(Path home) throws IOException {
        var file = home.resolve(OLD_KEY);
        return Files.exists(file) ? Files.readAllBytes(file) : null;
    }

    private static String serverId(Path home, SecureRandom random) throws IOException {
        var file = home.resolve("server-id");
        if (Files.notExists(file)) {
            var id = new byte[16];
            random.nextBytes(id);
            OwnersFile.write(file, (HexFormat.of().formatHex(id) + "\n").getBytes(US_ASCII));
        }
        var id = Files.readString(file).strip();
        if (!SERVER_ID.matcher(id).matches()) {
            throw new BadHome(
                    "The file " + file + " does not hold 32 hexadecimal digits: restore it from a backup, or remove"
                            + " it to get a new one.");
        }
        return id;
    }

    private static String explained(Path home, IOException problem) {
        return switch (problem) {
            case FileAlreadyExistsException _, NotDirectoryException _ ->
                "The home " + home + " cannot be made: there is a file in its place.";
            case AccessDeniedException denied ->
                "The home " + home + " cannot be used: the user " + System.getProperty("user.name")
                        + " may not read and write " + denied.getFile() + ".";
            case FileSystemException e ->
                "The home " + home + " cannot be used: " + e.getFile() + ": "
                        + Objects.requireNonNullElse(e.getReason(), "not found") + ".";
            case IOException e -> "The home " + home + " cannot be used: " + e.getMessage() + ".";
        };
    }

    public Path folder() {
        return folder;
    }

    /** The folder of files for everybody; made with a note in it when it is not there. */
    public Path userContent() {
        var content = folder.resolve("userContent");
        try {
            if (Files.notExists(content)) {
                Files.createDirectory(content);
                Files.writeString(content.resolve("readme.txt"), USER_CONTENT);
            }
            return content;
        } catch (IOException e) {
            throw new BadHome(explained(folder, e));
        }
    }

    /** Encrypts what may not be read in the database. */
    public SecretKey key() {
        return new SecretKeySpec(key, "AES");
    }

    public InstanceKey identity() {
        return identity;
    }

    /** What some secrets may still be encrypted with; null: none is. */
    public @Nullable SecretKey oldKey() {
        return oldKey == null ? null : new SecretKeySpec(oldKey, "AES");
    }

    /**
     * Makes a new key, and keeps the one until now beside it until {@link #forgetOldKey}; goes on when that was interrupted. It counts
     * from the next {@link #open} on.
     */
    public void replaceKey(SecureRandom random) throws IOException {
        if (oldKey != null && !MessageDigest.isEqual(oldKey, key)) {
            return;
        }
        var next = new byte[KEY_BYTES];
        random.nextBytes(next);
        OwnersFile.write(folder.resolve(OLD_KEY), key);
        OwnersFile.write(folder.resolve(KEY), next);
    }

    /** Nothing is encrypted with it any more. */
    public void forgetOldKey() throws IOException {
        Files.deleteIfExists(folder.resolve(OLD_KEY));
    }

    /** 32 hexadecimal digits that no other server has. */
    public String serverId() {
        return serverId;
    }

    /**
     * Keeps the password of the first start for the owner of the home.
     *
     * @return the file that it is in
     */
    public Path keepInitialPassword(String password) throws IOException {
        var file = folder.resolve("initial-admin-password");
        OwnersFile.write(file, (password + "\n").getBytes(US_ASCII));
        return file;
    }

    /** Another server may open the home now. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
