package hobson.engine.plugin;

import hobson.engine.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The folder of what is known of update sites. Each file is whole or not there after a crash.
 *
 * <pre>{@code
 * settings.properties    addresses and proxy, as they were set while the server ran
 * ID.json                the last document of a site
 * }</pre>
 */
final class UpdateFiles {
    private static final String SITE = "site.";

    private final Path folder;

    UpdateFiles(Path folder) {
        this.folder = folder;
    }

    Path document(String site) {
        return folder.resolve(site + ".json");
    }

    /** When the document of a site came, in milliseconds since 1970; 0 when there is none. */
    long time(String site) {
        try {
            return Files.exists(document(site))
                    ? Files.getLastModifiedTime(document(site)).toMillis()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    Optional<byte[]> read(String site) {
        try {
            return Files.exists(document(site)) ? Optional.of(Files.readAllBytes(document(site))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the document of the update site " + site + " cannot be read", e);
        }
    }

    void keep(String site, byte[] document) {
        write(document(site), document);
    }

    /** The site has another address now: what the old one said does not count. */
    void forget(String site) {
        try {
            Files.deleteIfExists(document(site));
        } catch (IOException e) {
            throw new UncheckedIOException("the document of the update site " + site + " cannot be deleted", e);
        }
    }

    /** An empty file for something that is on its way. */
    Path temporary() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "download", ".tmp");
    }

    UpdateSettings settings() {
        var properties = new Properties();
        var file = folder.resolve("settings.properties");
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                properties.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new UncheckedIOException(file + " cannot be read", new IOException(e));
            }
        }
        var sites = new LinkedHashMap<String, String>();
        for (var key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.startsWith(SITE)) {
                sites.put(key.substring(SITE.length()), properties.getProperty(key));
            }
        }
        return new UpdateSettings(sites, proxy(properties));
    }

    private static @Nullable UpdateProxy proxy(Properties properties) {
        var host = properties.getProperty("proxy.host");
        if (host == null) {
            return null;
        }
        var password = properties.getProperty("proxy.password");
        return new UpdateProxy(
                host,
                Integer.parseInt(properties.getProperty("proxy.port", "0")),
                properties.getProperty("proxy.user"),
                password == null ? null : new Secret(password),
                Arrays.stream(properties.getProperty("proxy.direct", "").split("\\|"))
                        .filter(pattern -> !pattern.isEmpty())
                        .toList());
    }

    void keep(UpdateSettings settings) {
        var properties = new Properties();
        settings.sites().forEach((id, url) -> properties.setProperty(SITE + id, url));
        var proxy = settings.proxy();
        if (proxy != null) {
            properties.setProperty("proxy.host", proxy.host());
            properties.setProperty("proxy.port", Integer.toString(proxy.port()));
            properties.setProperty("proxy.direct", String.join("|", proxy.direct()));
            if (proxy.user() != null) {
                properties.setProperty("proxy.user", proxy.user());
            }
            if (proxy.password() != null) {
                properties.setProperty("proxy.password", proxy.password().cipherText());
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(folder.resolve("settings.properties"), out.toByteArray());
    }

    private void write(Path file, byte[] content) {
        try {
            var unfinished = temporary();
            Files.write(unfinished, content);
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
