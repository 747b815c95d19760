package hobson.store;

import hobson.engine.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Stores on a PostgreSQL server, each in a schema of its own. */
final class PostgresStores extends OpenStores {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final String EMPTY = """
            DELETE FROM job; DELETE FROM job_document; DELETE FROM build; DELETE FROM build_detail;
            DELETE FROM queue_item; DELETE FROM queue_left; DELETE FROM queue_key; UPDATE last_id SET value = 0;
            DELETE FROM account; DELETE FROM fingerprint; DELETE FROM fingerprint_use; DELETE FROM last_change; DELETE FROM event;
            DELETE FROM credential; DELETE FROM credential_domain; DELETE FROM token_use; DELETE FROM folder; DELETE FROM node""";

    private String schema = "not_yet";

    /** Where the last store is. */
    String url() {
        return PostgresCluster.running().url(schema);
    }

    @Override
    SqlStores openEmpty() {
        emptySchema();
        return reopen();
    }

    /** A schema without tables. */
    void emptySchema() {
        schema = "store_" + SCHEMAS.incrementAndGet();
        run("CREATE SCHEMA " + schema);
    }

    @Override
    SqlStores reopen() {
        return SqlStores.openPostgres(url(), PostgresCluster.running().user(), "", Vaults.withKnownKey());
    }

    /** One store that many tests use in turn, emptied for each: making the tables takes longer than most tests. */
    private static final class Shared {
        private static final PostgresStores DATABASE = new PostgresStores();
        private static final SqlStores OPEN = DATABASE.openEmpty();
    }

    @Override
    Stores emptyStores() {
        var stores = stores(Shared.OPEN);
        Shared.DATABASE.run(EMPTY);
        return stores;
    }

    /** Runs SQL beside the store. */
    void run(String sql) {
        try (var statement = Beside.CONNECTION.createStatement()) {
            statement.execute("SET search_path TO " + schema);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection that is no store's. */
    private static final class Beside {
        private static final Connection CONNECTION = connect();

        private static Connection connect() {
            var cluster = PostgresCluster.running();
            try {
                return DriverManager.getConnection(cluster.url("public"), cluster.user(), "");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
