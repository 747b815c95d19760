package hobson.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two ways to a database: reading from it, and having something committed. */
record Access(Database database, Committer committer) {
    <T> T read(Query<T> query) {
        try {
            return database.read(query);
        } catch (SQLException e) {
            throw new StoreFailure(database.name() + " could not be read: " + e.getMessage(), e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        return read(session -> session.list(sql, row, values));
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        return read(session -> Optional.ofNullable(session.first(sql, row, values)));
    }

    /** Runs the work; it is on disk when this returns. */
    <T> T write(Work<T> work) {
        return committer.commit(work);
    }

    /** Takes the step; it is on disk when this returns. */
    void perform(Step step) {
        boolean _ = begin(step).await();
    }

    /** Has the step taken after those that were begun before; it is on disk when the ticket was awaited. */
    Ticket<Boolean> begin(Step step) {
        return committer.submit(transaction -> {
            step.take(transaction);
            return true;
        });
    }

    /** Repeats a step that changes a limited number of rows, each time in a transaction of its own, until it changes none. */
    void repeat(Work<Integer> step) {
        while (committer.commit(step) > 0) {
            // the next ones
        }
    }

    /** A {@link Work} of which nothing is to be told. */
    @FunctionalInterface
    interface Step {
        void take(Transaction transaction) throws SQLException;
    }
}
