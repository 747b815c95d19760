package hobson.server;

import hobson.engine.secret.Vault;
import hobson.store.SqlStores;
import hobson.store.SqliteLibrary;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the database is. */
sealed interface StoreAddress {
    SqlStores open(Vault vault);

    /** In the home, or where a JDBC address says; user and password may stand in its query. */
    static StoreAddress of(@Nullable String address, Path home) {
        return address == null ? new InHome(home) : new Postgres(address);
    }

    /** SQLite in the home. */
    record InHome(Path home) implements StoreAddress {
        @Override
        public SqlStores open(Vault vault) {
            // beside the program it is there already when a home is new
            var beside = System.getProperty("hobson.native");
            SqliteLibrary.provide(beside == null ? home.resolve("native") : Path.of(beside));
            return SqlStores.openSqlite(home.resolve("hobson.db"), vault);
        }
    }

    /** A PostgreSQL server. */
    record Postgres(String address) implements StoreAddress {
        @Override
        public SqlStores open(Vault vault) {
            var user = parameter("user", System.getProperty("user.name"));
            return SqlStores.openPostgres(address, user, parameter("password", ""), vault);
        }

        private String parameter(String name, String otherwise) {
            var query = address.substring(address.indexOf('?') + 1);
            return Arrays.stream(query.split("&"))
                    .filter(pair -> pair.startsWith(name + "="))
                    .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse(otherwise);
        }

        /** Without what stands in the query. */
        @Override
        public String toString() {
            return address.replaceFirst("\\?.*", "");
        }
    }
}
