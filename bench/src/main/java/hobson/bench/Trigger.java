package hobson.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** A trigger whose parameter has another value each time, so that none is folded into one that waits. For one thread. */
final class Trigger {
    /** Stands in the request where the value goes. */
    static final String PLACE = "0000000000";

    private final byte[] request;
    private final int place;
    private final AtomicInteger numbers;

    /** @param numbers shared by all that trigger the same job */
    Trigger(byte[] request, AtomicInteger numbers) {
        this.request = request.clone();
        this.place = new String(request, ISO_8859_1).indexOf(PLACE);
        this.numbers = numbers;
        if (place < 0) {
            throw new IllegalArgumentException("there is no place for a value in the request");
        }
    }

    /** Good until the next call. */
    byte[] next() {
        var value = String.format(Locale.ROOT, "%0" + PLACE.length() + "d", numbers.incrementAndGet());
        System.arraycopy(value.getBytes(ISO_8859_1), 0, request, place, PLACE.length());
        return request;
    }
}
