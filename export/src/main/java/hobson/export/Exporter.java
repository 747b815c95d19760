package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.LongSupplier;

/**
 * Shows objects in the flavours of the remote access API (remote-api.md §1 to §6). Thread-safe; one for the whole server, since
 * it remembers what queries compile to.
 */
public final class Exporter {
    private final Budget budget;
    private final LongSupplier nanoTime;
    private final Selections selections = new Selections();
    private final Buffers buffers;

    /** @param nanoTime a clock that only moves forward, such as {@code System::nanoTime} */
    public Exporter(Budget budget, LongSupplier nanoTime) {
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.buffers = new Buffers(budget.wholeBytes());
    }

    /**
     * Answers a query. What the caller did wrong is a {@link Rendering.Whole} with a 4xx and one sentence; nothing is thrown for
     * it. Does not block, except where getters do.
     *
     * @throws ExportFailed if a value cannot be read
     */
    public <T, C> Rendering render(Subject<T, C> subject, Query query, Requester requester) {
        try {
            return switch (query.flavour()) {
                case JSON -> literal(subject, query, requester);
                case PYTHON -> document(subject, LiteralDocument.python(query.pretty()), query);
                case XML -> document(subject, new XmlDocument(subject.schema().root), query);
                case SCHEMA -> refused(501, "not yet");
            };
        } catch (Halt.Refused refused) {
            return refused(refused.status, message(refused));
        } catch (Halt.OverBudget over) {
            return refused(422, Suggestion.sentence(over));
        }
    }

    private <T, C> Rendering literal(Subject<T, C> subject, Query query, Requester requester) {
        var callback = query.jsonp();
        if (callback == null) return document(subject, LiteralDocument.json(query.pretty()), query);
        if (requester != Requester.SECURE) {
            return refused(403, "jsonp is not answered while security is on: any page could read it");
        }
        return document(subject, LiteralDocument.jsonp(callback, query.pretty()), query);
    }

    private <T, C> Rendering document(Subject<T, C> subject, Document form, Query query) {
        var selection = selections.strict(query.tree(), query.depth());
        var made = new Made<>(subject, form, selection, budget, nanoTime);
        var buffer = buffers.take();
        var out = Bytes.kept(buffer, budget.wholeBytes());
        try {
            made.writeTo(out);
            return new Rendering.Whole(200, form.contentType(), out.toArray());
        } catch (Halt.Overflow _) {
            return made;
        } finally {
            buffers.giveBack(out.data);
        }
    }

    static Rendering.Whole refused(int status, String sentence) {
        return new Rendering.Whole(status, "text/plain;charset=utf-8", sentence.getBytes(UTF_8));
    }

    private static String message(Halt halt) {
        return String.valueOf(halt.getMessage());
    }
}
