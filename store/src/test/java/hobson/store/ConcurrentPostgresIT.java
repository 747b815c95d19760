package hobson.store;

class ConcurrentPostgresIT extends ConcurrentUse {
    ConcurrentPostgresIT() {
        super(new PostgresStores());
    }
}
