package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.export.xpath.XPathExpression;
import hobson.export.xpath.XPathExpression.Evaluation;
import hobson.export.xpath.XmlDocument;
import hobson.export.xpath.XmlNode;
import hobson.export.xpath.XmlText;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code exclude}, {@code xpath} and {@code wrapper} make of a document (remote-api.md §1.3, §1.4, §4). Used once. */
final class XPathAnswer {
    private static final Pattern WRAPPER = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    private final GenerationCache<String, XPathExpression> expressions;
    private final XmlDocument document;
    private final Evaluation evaluation;
    private final Requester requester;
    private final AnswerMemory.Share memory;

    XPathAnswer(
            GenerationCache<String, XPathExpression> expressions,
            XmlDocument document,
            Evaluation evaluation,
            Requester requester,
            AnswerMemory.Share memory) {
        this.expressions = expressions;
        this.document = document;
        this.evaluation = evaluation;
        this.requester = requester;
        this.memory = memory;
    }

    /** In the order of the original, which shows where two things are wrong: excludes, the path, the name of the wrapper. */
    Rendering.Whole of(Query query) {
        for (var exclude : query.excludes()) exclude(exclude);
        var path = query.xpath();
        if (path == null) return xml(document);
        var found = find(path);
        var wrapper = query.wrapper();
        if (wrapper != null) return wrapped(wrapper, found);
        if (found.isEmpty()) throw new Halt.Refused(404, "XPath " + Shown.part(path) + " didn't match");
        if (found.size() > 1) {
            throw new Halt.Refused(
                    400,
                    "XPath \"%s\" matched %s nodes: narrow it down to one, or put them all into one element with wrapper=NAME"
                            .formatted(Shown.part(path), Shown.count(found.size())));
        }
        return single(found.getFirst());
    }

    private void exclude(String path) {
        for (var value : find(path)) {
            if (!(value instanceof XmlNode node)) {
                throw new Halt.Refused(400, "exclude=" + Shown.part(path) + " selects no nodes but the value " + value);
            }
            node.detach();
        }
    }

    private List<Object> find(String path) {
        return evaluation.of(expressions.get(path, () -> XPathExpression.compile(path)));
    }

    private Rendering.Whole single(Object value) {
        boolean primitive = !(value instanceof XmlNode) || value instanceof XmlText;
        if (!primitive) return xml((XmlNode) value);
        if (requester != Requester.SECURE) {
            throw new Halt.Refused(
                    403,
                    "XPath results that are mere text are not answered while security is on: select an element, or use wrapper=NAME");
        }
        var text = value instanceof XmlText node ? node.text() : value.toString();
        return new Rendering.Whole(200, "text/plain;charset=utf-8", text.getBytes(UTF_8));
    }

    private Rendering.Whole wrapped(String name, List<Object> values) {
        if (!WRAPPER.matcher(name).matches()) {
            throw new Halt.Refused(
                    400,
                    "wrapper=" + Shown.part(name)
                            + " is not a name: it begins with a letter or _, and goes on with letters, digits, _ - .");
        }
        for (var value : values) {
            if (value instanceof Double || value instanceof Boolean || value instanceof XmlDocument) {
                var what = value instanceof XmlDocument ? "the whole document" : "the value " + value;
                throw new Halt.Refused(400, "wrapper=" + name + " can hold elements, attributes and text, not " + what);
            }
        }
        var out = Bytes.kept(memory);
        new NodeWriter(out).wrapped(name, values);
        return new Rendering.Whole(200, XmlForm.CONTENT_TYPE, out.toArray());
    }

    private Rendering.Whole xml(XmlNode node) {
        var out = Bytes.kept(memory);
        new NodeWriter(out).write(node);
        return new Rendering.Whole(200, XmlForm.CONTENT_TYPE, out.toArray());
    }
}
