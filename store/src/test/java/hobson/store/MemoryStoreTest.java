package hobson.store;

class MemoryStoreTest extends StoreKit {
    MemoryStoreTest() {
        super(new MemoryStores());
    }
}
