package hobson.server;

import hobson.remote.monitor.Metrics;
import hobson.remote.monitor.MetricsText;
import hobson.store.SqlStores;

/** How much the store writes. */
record StoreMetrics(SqlStores stores) implements Metrics {
    @Override
    public void write(MetricsText text) {
        text.counter("hobson_store_commits_total", "Pieces of work that were committed.")
                .value(stores.committed());
        text.counter("hobson_store_transactions_total", "Transactions that they shared, each with one sync.")
                .value(stores.transactions());
    }
}
