package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.export.xpath.XPathExpression;
import hobson.export.xpath.XPathExpression.Evaluation;
import hobson.export.xpath.XPathLimits;
import hobson.export.xpath.XPathRefused;
import hobson.export.xpath.XmlTreeBuilder;
import java.util.function.LongSupplier;

/**
 * Shows objects in the flavours of the remote access API (remote-api.md §1 to §6). Thread-safe; one for the whole server, since
 * it remembers what queries compile to.
 */
public final class Exporter {
    /** Of the XPath expressions in one generation of what is remembered. */
    private static final int EXPRESSION_CHARACTERS = 50_000;

    private final Budget budget;
    private final Means means;
    private final Selections selections = new Selections();
    private final Buffers buffers;
    private final GenerationCache<String, XPathExpression> expressions =
            new GenerationCache<>(EXPRESSION_CHARACTERS, path -> 50 + path.length());

    /** @param nanoTime a clock that only moves forward, such as {@code System::nanoTime} */
    public Exporter(Budget budget, LongSupplier nanoTime) {
        this(Means.ofThisServer(budget, nanoTime));
    }

    Exporter(Means means) {
        this.means = means;
        this.budget = means.budget();
        this.buffers = new Buffers(budget.wholeBytes());
    }

    /**
     * Answers a query. What the caller did wrong is a {@link Rendering.Whole} with a 4xx and one sentence; nothing is thrown for
     * it. An answer of thousands of rows waits for its turn; the others do not block, except where getters do.
     *
     * @throws ExportFailed if a value cannot be read
     */
    public <T, C> Rendering render(Subject<T, C> subject, Query query, Requester requester) {
        try {
            return switch (query.flavour()) {
                case JSON -> literal(subject, query, requester);
                case PYTHON -> document(subject, LiteralForm.python(query.pretty()), query);
                case XML ->
                    query.needsDocument()
                            ? queried(subject, query, requester)
                            : document(subject, new XmlForm(subject.schema().root), query);
                case SCHEMA -> schema(subject.schema());
            };
        } catch (Halt.Refused refused) {
            return refused(refused.status, String.valueOf(refused.getMessage()));
        } catch (XPathRefused refused) {
            return refused(refused.tooCostly() ? 422 : 400, String.valueOf(refused.getMessage()));
        } catch (Halt.OverBudget over) {
            return refused(422, Suggestion.sentence(over));
        }
    }

    private <T, C> Rendering literal(Subject<T, C> subject, Query query, Requester requester) {
        var callback = query.jsonp();
        if (callback == null) return document(subject, LiteralForm.json(query.pretty()), query);
        if (requester != Requester.SECURE) {
            return refused(403, "jsonp is not answered while security is on: any page could read it");
        }
        return document(subject, LiteralForm.jsonp(callback, query.pretty()), query);
    }

    private <T, C> Rendering document(Subject<T, C> subject, Form form, Query query) {
        var selection = selections.strict(query.tree(), query.depth());
        var made = new Made<>(subject, form, selection, means);
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

    private <T, C> Rendering queried(Subject<T, C> subject, Query query, Requester requester) {
        var selection = selections.lenient(query.tree(), query.depth());
        try (var turn = means.turns().turn();
                var share = means.memory().share()) {
            var tree = new XmlTreeBuilder();
            var schema = subject.schema();
            var sink = new TreeSink(tree, schema.root, budget.documentNodes(), share);
            new Walk<>(sink, subject.reader(), new Meter(means, turn)).root(subject.object(), selection.steps(schema));
            var document = tree.document();
            var limits = new XPathLimits(budget.xpathNodes(), budget.xpathTime(), means.nanoTime());
            return new XPathAnswer(expressions, document, new Evaluation(document, limits), requester, share).of(query);
        }
    }

    private static Rendering schema(Schema<?, ?> schema) {
        return new Rendering.Whole(200, "application/xml", SchemaPage.of(schema).getBytes(UTF_8));
    }

    static Rendering.Whole refused(int status, String sentence) {
        return new Rendering.Whole(status, "text/plain;charset=utf-8", sentence.getBytes(UTF_8));
    }
}
