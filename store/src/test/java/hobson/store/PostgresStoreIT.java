package hobson.store;

class PostgresStoreIT extends StoreKit {
    PostgresStoreIT() {
        super(new PostgresStores());
    }
}
