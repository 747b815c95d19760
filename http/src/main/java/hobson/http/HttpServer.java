package hobson.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP server: HTTP/1.1 and HTTP/1.0 on one address.
 *
 * <p>Each request gets a virtual thread of its own, except the {@linkplain Request#asInline inline} ones, which the thread that
 * reads the network answers itself. {@link #start()} and {@link #stop} are called once each, by one thread.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpSettings settings;
    private final Handler handler;
    private final ErrorPages pages;
    private @Nullable Listener listener;

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
     * Starts to listen.
     *
     * @return the port, which the system chose if the settings say 0
     * @throws IOException with one sentence for a person, when the address cannot be used
     */
    public int start() throws IOException {
        return start(Duration.ZERO);
    }

    /**
     * Starts to listen, where somebody may have listened a moment ago.
     *
     * @param patience how long an address that is in use is tried again: a caller who connects again and again while nobody listens may have
     *     been given this very port for its own end
     * @return the port, which the system chose if the settings say 0
     * @throws IOException with one sentence for a person, when the address cannot be used
     */
    public int start(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return attempt();
            } catch (IOException e) {
                if (!isInUse(e)
                        || System.nanoTime() >= end
                        || Thread.currentThread().isInterrupted()) throw e;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private int attempt() throws IOException {
        prepare(settings.uploads());
        var starting = new Listener(settings, new Entrance(settings, handler, pages));
        try {
            int port = starting.start();
            listener = starting;
            return port;
        } catch (IOException e) {
            throw new IOException(
                    "Cannot listen on " + settings.address() + ":" + settings.port() + ": " + reason(e), e);
        }
    }

    /**
     * Stops accepting connections, lets the running requests finish for at most {@link HttpSettings#stopTime}, and closes every
     * connection. Does nothing when the server does not run.
     */
    public void stop() {
        var running = listener;
        listener = null;
        if (running != null) running.stop();
    }

    @Override
    public void close() {
        stop();
    }

    private static boolean isInUse(IOException failure) {
        return failure.getCause() instanceof IOException cause
                && (cause instanceof BindException || cause.getCause() instanceof BindException);
    }

    private static String reason(Throwable thrown) {
        var cause = thrown.getCause() instanceof BindException bind ? bind : thrown;
        return String.valueOf(cause.getMessage());
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
