package hobson.store;

/** Stores in memory. */
final class MemoryStores extends OpenStores {
    @Override
    SqlStores openEmpty() {
        return SqlStores.inMemory(Vaults.withKnownKey());
    }

    @Override
    SqlStores reopen() {
        throw new UnsupportedOperationException("what is in memory is gone");
    }
}
