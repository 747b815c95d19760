package hobson.cli.definition;

import hobson.cli.diff.Difference;
import hobson.client.Document;

/** One step from what a server has to what a directory says. */
sealed interface Change {
    Address address();

    /** @param text its document */
    record Create(Address address, String text) implements Change {}

    /**
     * @param before what the server has
     * @param text what the directory says
     */
    record Update(Address address, Document before, String text, Difference difference) implements Change {}

    /** @param before what the server has */
    record Delete(Address address, Document before) implements Change {}
}
