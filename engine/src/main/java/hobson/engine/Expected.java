package hobson.engine;

import java.util.function.UnaryOperator;

/**
 * What a caller who replaces a document takes it to be until then. Asked while nobody else can change the document.
 */
@FunctionalInterface
public interface Expected {
    Expected ANYTHING = _ -> {};

    /** @throws RuntimeException when it is another one: nothing is changed then, and the caller gets what was thrown */
    void check(byte[] present);

    /** Replaces a document that is as expected. */
    default UnaryOperator<byte[]> then(byte[] replacement) {
        return present -> {
            check(present);
            return replacement;
        };
    }
}
