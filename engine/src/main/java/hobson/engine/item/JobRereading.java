package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/** Reads every job's document again, because its format has learnt or forgotten something. */
public final class JobRereading {
    private static final System.Logger LOG = System.getLogger(JobRereading.class.getName());

    private final ItemRegistry registry;
    private final ItemStore store;
    private final ItemFormat format;
    private final Definitions definitions;
    private final InstantSource clock;

    public JobRereading(
            ItemRegistry registry, ItemStore store, ItemFormat format, Definitions definitions, InstantSource clock) {
        this.registry = registry;
        this.store = store;
        this.format = format;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** When it returns nobody gets a definition that was read before it was called. What runs goes on with the one that it has. */
    public void run() {
        definitions.forgetAll();
        for (var job : registry.all()) {
            try {
                registry.update(job.id(), this::reread);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, job.path() + " could not be read again; it is when it is saved", e);
            }
        }
    }

    private Job reread(Job now) {
        definitions.forget(now.id()); // whoever changed the job meanwhile may have read it the old way
        if (now.closing()) {
            return now;
        }
        var document = store.document(now.id());
        JobDefinition definition;
        try {
            definition = (JobDefinition) format.read(document);
        } catch (Refusal refusal) {
            return now; // as unreadable as before
        }
        if (definition.traits().equals(now.traits())) {
            return now;
        }
        var changed = now.configured(definition.traits(), now.heldOff());
        store.configure(changed, document, definition.holdsSecrets(), new Change(clock.instant(), "SYSTEM"));
        return changed;
    }
}
