package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.item.Item;

/** An item in one answer: knows by which address it was reached, and keeps what was read of it. Used by one thread. */
sealed interface ShownTopLevel permits ShownJob, ShownFolder {
    Item item();

    /** Below the root, with a slash at the end. */
    String address();

    default String url(Reader reader) {
        return reader.rootUrl() + address();
    }
}
