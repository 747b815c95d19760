package hobson.store;

import java.sql.SQLException;

/** Something that only reads. */
@FunctionalInterface
interface Query<T> {
    T run(Session session) throws SQLException;
}
