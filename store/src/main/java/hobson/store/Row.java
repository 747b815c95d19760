package hobson.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an object of the row that a result set stands on. */
@FunctionalInterface
interface Row<T> {
    T read(ResultSet row) throws SQLException;
}
