package hobson.jenkinscli;

import java.io.IOException;

/** Carries frames to the server. Used by many threads; each frame goes out whole and at once. */
interface Wire extends AutoCloseable {
    void send(Frame frame) throws IOException;

    @Override
    void close();
}
