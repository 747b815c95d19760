package hobson.store;

class ConcurrentSqliteIT extends ConcurrentUse {
    ConcurrentSqliteIT() {
        super(new SqliteStores());
    }
}
