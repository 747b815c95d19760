package hobson.engine.item;

import hobson.engine.user.Authorization;

/** A registry as it is after jobs were taken in from a store. */
public final class KnownJobs {
    private KnownJobs() {}

    public static JobRegistry of(Job... jobs) {
        var registry = new JobRegistry(new Authorization.Unsecured());
        for (var job : jobs) {
            registry.put(job);
        }
        return registry;
    }
}
