package hobson.store;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import hobson.engine.Stores;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresIT extends StoreContract {
    @RegisterExtension
    final PostgresStores database = new PostgresStores();

    @Override
    protected Stores emptyStores() {
        return OpenStores.stores(database.empty());
    }

    @Test
    void connections_lost_areMadeAnew() {
        var job = givenJob("a");
        loaded(job.id());

        endConnections();
        assertThat(loaded(job.id())).isEqualTo(job);

        endConnections();
        submitted(item(1, job.id()));

        assertThat(stores.queue().waiting()).isEqualTo(List.of(item(1, job.id())));
        assertThat(events()).hasSize(2);
    }

    private void endConnections() {
        database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hobson'");
    }

    @Test
    void open_again_hasEverything() {
        var job = givenJob("a");
        submitted(fullItem(50, job.id()));

        stores = OpenStores.stores(database.again());

        assertThat(allJobs()).containsExactly(job);
        assertThat(stores.queue().lastId()).isEqualTo(50);
        assertThat(events()).hasSize(2);
    }
}
