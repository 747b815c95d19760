package hobson.client;

/** Is told how an upload or a download comes along. Called by the thread that moves the bytes: be quick. */
@FunctionalInterface
public interface Progress {
    /** Some more bytes have moved. */
    void moved(Transfer transfer);
}
