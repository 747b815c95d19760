package hobson.store;

import java.sql.SQLException;

/**
 * Something that is written whole or not at all. It may be run more than once, so it changes nothing but the store. To refuse, it
 * throws {@link hobson.engine.Refusal}, best before it has changed anything.
 */
@FunctionalInterface
interface Work<T> {
    T run(Transaction transaction) throws SQLException;
}
