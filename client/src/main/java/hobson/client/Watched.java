package hobson.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.OptionalLong;

/** A stream that tells how far it has been read. */
final class Watched extends FilterInputStream {
    private final Progress progress;
    private final Transfer.Direction direction;
    private final String name;
    private final OptionalLong total;
    private long bytes;

    Watched(InputStream stream, Progress progress, Transfer.Direction direction, String name, OptionalLong total) {
        super(stream);
        this.progress = progress;
        this.direction = direction;
        this.name = name;
        this.total = total;
    }

    /** The content of a file, of a known length if it is known. */
    static BodyPublisher publisher(Parameters.Upload file, Progress progress) {
        var total = file.length() < 0 ? OptionalLong.empty() : OptionalLong.of(file.length());
        var stream = BodyPublishers.ofInputStream(
                () -> new Watched(file.content().get(), progress, Transfer.Direction.UPLOAD, file.name(), total));
        return file.length() <= 0 ? stream : BodyPublishers.fromPublisher(stream, file.length());
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        moved(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = super.read(buffer, offset, length);
        moved(some);
        return some;
    }

    @Override
    public long skip(long count) throws IOException {
        long some = super.skip(count);
        moved(some);
        return some;
    }

    @Override
    public boolean markSupported() {
        return false; // going back would count twice
    }

    private void moved(long some) {
        if (some > 0) {
            bytes += some;
            progress.moved(new Transfer(direction, name, bytes, total));
        }
    }
}
