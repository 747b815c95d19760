package hobson.store;

class SqliteStoreIT extends StoreKit {
    SqliteStoreIT() {
        super(new SqliteStores());
    }
}
