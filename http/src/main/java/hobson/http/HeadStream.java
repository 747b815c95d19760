package hobson.http;

import java.io.IOException;
import java.io.OutputStream;

/** Stands in for an {@link AnswerStream} when only the head is wanted: counts, and ends the writing once the length is too great to be told. */
final class HeadStream extends OutputStream {
    private final long known;
    private long count;

    /** @param known the length if it is known before, or -1 */
    HeadStream(long known) {
        this.known = known;
    }

    @Override
    public void write(int b) throws IOException {
        counted(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        counted(length);
    }

    private void counted(int more) throws IOException {
        count += more;
        if (known >= 0 || count >= AnswerStream.KEPT) throw new Enough();
    }

    /** The {@code Content-Length}, or -1 for an answer in chunks. */
    long length() {
        if (known >= 0) return known;
        return count >= AnswerStream.KEPT ? -1 : count;
    }

    /** The head is known. */
    static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
