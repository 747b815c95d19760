package hobson.store;

import java.sql.SQLException;

/**
 * What differs from one database to another: how it is reached, locked and committed. The SQL is the same.
 *
 * <p>{@link #begin}, {@link #commit} and {@link #rollback} are for the one thread that writes, {@link #read} is for everybody.
 */
interface Database extends AutoCloseable {
    /** Which one it is, for messages. */
    String name();

    /** Begins the transaction in which nobody else writes, in this process or another. Connects anew when it has to. */
    Session begin() throws SQLException;

    /** Ends the transaction; on disk when this returns. */
    void commit() throws SQLException;

    /**
     * Ends the transaction, if there is one, as if it had never been.
     *
     * @return false when that failed: the connection was given up
     */
    boolean rollback();

    /** Reads what was committed. Never waits for the writer's disk. */
    <T> T read(Query<T> query) throws SQLException;

    /** The words in which the databases differ. */
    String inWordsOfThis(String sql);

    /** To be called when nobody reads or writes any more. */
    @Override
    void close() throws SQLException;
}
