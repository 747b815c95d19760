package hobson.parts.plugin;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import java.lang.System.Logger.Level;
import java.util.List;

/** A part that others wrote: where its reading fails, its element is as good as unknown. */
record GuardedPart(Part part) implements Part {
    private static final System.Logger LOG = System.getLogger(GuardedPart.class.getName());

    @Override
    public List<Reading<?>> reads() {
        return attempted(() ->
                part.reads().stream().<Reading<?>>map(GuardedPart::guarded).toList());
    }

    @Override
    public List<Showing<?>> shows(Schemas all) {
        return attempted(() -> part.shows(all));
    }

    private interface Work<T> {
        T result();
    }

    /** A plugin that cannot even say what it reads is not taken. */
    private static <T> T attempted(Work<T> work) {
        try {
            return work.result();
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalArgumentException("it fails when it is asked what it reads and shows: " + e, e);
        }
    }

    private static <T> Reading<T> guarded(Reading<T> reading) {
        return new Reading<>(
                reading.role(),
                reading.classNames(),
                (element, nested) -> {
                    try {
                        return reading.reader().read(element, nested);
                    } catch (RuntimeException | LinkageError e) {
                        LOG.log(Level.WARNING, "the plugin that reads " + element + " failed", e);
                        return null;
                    }
                },
                reading.secrets(),
                reading.references());
    }
}
