package hobson.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** What is sent, and how much of it has been taken so far. */
final class CountedBody implements BodyPublisher {
    /** What is shorter is sent in no time, or not at all. */
    private static final long SMALL = 256 * 1024;

    private final BodyPublisher body;
    private final AtomicLong taken = new AtomicLong();

    CountedBody(BodyPublisher body) {
        this.body = body;
    }

    boolean isSmall() {
        return body.contentLength() >= 0 && body.contentLength() <= SMALL;
    }

    /** Bytes, of all times that it was sent. */
    long taken() {
        return taken.get();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                taken.addAndGet(piece.remaining());
                subscriber.onNext(piece);
            }

            @Override
            public void onError(Throwable reason) {
                subscriber.onError(reason);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
