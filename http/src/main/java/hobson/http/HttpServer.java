package hobson.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: HTTP/1.1 and HTTP/1.0 on one address.
 *
 * <p>Each request gets a virtual thread of its own, except the {@linkplain Request#asInline inline} ones, which the thread that
 * reads the network answers itself. One {@code start} and {@link #stop} are called once each, by one thread.
 */
public final class HttpServer implements AutoCloseable {
    private final HttpSettings settings;
    private final Handler handler;
    private final ErrorPages pages;
    private @Nullable Listener listener;
    private @Nullable ListeningSocket own;

    static {
        // Else Jetty asks the JVM's management beans how large a reference is, and making all of those takes a third of
        // a start.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
    }

    /**
     * A server that does not listen yet.
     *
     * @param pages for errors that no {@link ErrorFilter} inside {@code handler} has seen
     */
    public HttpServer(HttpSettings settings, Handler handler, ErrorPages pages) {
        this.settings = settings;
        this.handler = handler;
        this.pages = pages;
    }

    public HttpServer(HttpSettings settings, Handler handler) {
        this(settings, handler, new PlainErrorPages());
    }

    /**
     * Starts to listen, on a socket of its own.
     *
     * @return the port, which the system chose if the settings say 0
     * @throws IOException with one sentence for a person, when the address cannot be used
     */
    public int start() throws IOException {
        var opened = ListeningSocket.open(settings.address(), settings.port());
        try {
            start(opened);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
        own = opened;
        return opened.port();
    }

    /** Starts to answer who comes, or has come already, to a socket that stays open when this server stops. */
    public void start(ListeningSocket socket) throws IOException {
        prepare(settings.uploads());
        var starting = new Listener(settings, new Entrance(settings, handler, pages));
        starting.start(socket);
        listener = starting;
    }

    /**
     * Stops accepting connections, lets the running requests finish for at most {@link HttpSettings#stopTime}, and closes every
     * connection. Does nothing when the server does not run.
     */
    public void stop() {
        var running = listener;
        listener = null;
        if (running == null) return;
        running.endAccepting();
        if (own != null) own.close();
        running.stop();
    }

    @Override
    public void close() {
        stop();
    }

    private static void prepare(Path uploads) {
        try {
            if (Files.isDirectory(uploads)) return;
            boolean posix =
                    uploads.getFileSystem().supportedFileAttributeViews().contains("posix");
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(uploads, posix ? new FileAttribute<?>[] {mode} : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("Uploads cannot be kept in " + uploads + ": it is not a directory", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Uploads cannot be kept in " + uploads, e);
        }
    }
}
