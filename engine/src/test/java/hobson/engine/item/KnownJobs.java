package hobson.engine.item;

import hobson.engine.user.Authorization;

/** A registry as it is after items were taken in from a store. */
public final class KnownJobs {
    private KnownJobs() {}

    public static JobRegistry of(Item... items) {
        var registry = new JobRegistry(new Authorization.Unsecured());
        for (var item : items) {
            registry.put(item);
        }
        return registry;
    }
}
