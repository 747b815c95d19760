package hobson.engine.item;

import hobson.engine.user.Authorization;

/** A registry as it is after items were taken in from a store. */
public final class KnownJobs {
    private KnownJobs() {}

    public static ItemRegistry of(Item... items) {
        var registry = new ItemRegistry(new Authorization.Unsecured());
        for (var item : items) {
            registry.put(item);
        }
        return registry;
    }
}
