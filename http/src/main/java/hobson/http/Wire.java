package hobson.http;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a connection, or a test, knows of one request. Header names are case-insensitive. */
interface Wire {
    String method();

    /** The path as received. */
    String path();

    /** As received, without the question mark. */
    @Nullable
    String query();

    @Nullable
    String header(String name);

    List<String> headers(String name);

    /** All of them in the order sent. */
    List<Header> headers();

    /** The same stream at every call; blocks. */
    InputStream body();

    /** How long nothing may move on the connection before what waits for it there is given up. */
    default void idle(Duration longest) {}

    /** The address of the peer, without port. */
    String peer();

    boolean isEncrypted();

    /** Where the caller says, or the connection knows, that this server is: {@code host} or {@code host:port}. */
    String authority();
}
