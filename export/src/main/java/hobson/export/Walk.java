package hobson.export;

import static java.lang.System.Logger.Level.DEBUG;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One way through a graph of objects, along a selection, into a sink. Used once, by one thread.
 *
 * @param <C> the reader
 */
final class Walk<C> {
    private static final System.Logger log = System.getLogger(Walk.class.getName());

    final Sink sink;
    final C reader;
    private final Meter meter;
    private int nesting;

    Walk(Sink sink, C reader, Meter meter) {
        this.sink = sink;
        this.reader = reader;
        this.meter = meter;
    }

    /** @throws ExportFailed if a value cannot be read or shown */
    void root(Object object, Steps steps) {
        try {
            bean(object, steps, steps.schema.type);
        } catch (Halt.NotShowable value) {
            throw new ExportFailed(
                    steps.schema.className() + " has a property with a value that cannot be shown", value);
        }
    }

    void bean(Object bean, Steps steps, @Nullable TypeName type) {
        meter.row(steps.schema);
        meter.nested(++nesting, steps.schema);
        sink.beginObject(type);
        members(bean, steps);
        sink.endObject();
        nesting--;
    }

    void members(Object bean, Steps steps) {
        var properties = steps.properties;
        var inner = steps.inner;
        for (int i = 0; i < properties.length; i++) {
            member(bean, properties[i], inner[i], steps);
        }
    }

    private void member(Object bean, Property<?, ?> property, Selection inner, Steps steps) {
        try {
            @SuppressWarnings("unchecked") // the schema of a bean has properties of that bean, for readers of this kind
            var ours = (Property<Object, C>) property;
            ours.write(bean, this, inner);
        } catch (Halt.OverBudget over) {
            over.outwards.add(new Halt.OverBudget.Frame(steps.schema, property));
            throw over;
        } catch (Halt | ExportFailed halt) {
            throw halt;
        } catch (RuntimeException failure) {
            if (failure instanceof PassThrough) throw failure;
            throw new ExportFailed(
                    "property " + property.name() + " of " + steps.schema.className() + " could not be read", failure);
        }
    }

    <V> void list(Iterator<? extends V> items, Kind<V, ? super C> kind, Selection selection) {
        sink.beginArray();
        boolean mayFail = kind.mayFail();
        while (items.hasNext()) {
            if (mayFail) {
                item(items.next(), kind, selection);
            } else {
                meter.row(null);
                kind.write(items.next(), this, selection, Place.ITEM);
            }
        }
        sink.endArray();
    }

    private <V> void item(@Nullable V item, Kind<V, ? super C> kind, Selection selection) {
        int depth = nesting;
        sink.mark();
        try {
            kind.write(item, this, selection, Place.ITEM);
        } catch (RuntimeException failure) {
            leaveOut(failure, depth);
            return;
        }
        sink.keep();
    }

    /** Writes an entry of a map that leaves no trace if one of its getters fails. */
    void entry(Runnable part) {
        int depth = nesting;
        meter.row(null);
        sink.mark();
        try {
            part.run();
        } catch (RuntimeException failure) {
            leaveOut(failure, depth);
            return;
        }
        sink.keep();
    }

    private void leaveOut(RuntimeException failure, int depth) {
        if (failure instanceof Halt || failure instanceof PassThrough) throw failure;
        log.log(DEBUG, "left an item out of the answer", failure);
        nesting = depth;
        sink.drop();
    }

    void unshowable(Object value, Place place) {
        if (place != Place.ITEM) throw new Halt.NotShowable(value);
        sink.beginObject(null);
        sink.endObject();
    }
}
