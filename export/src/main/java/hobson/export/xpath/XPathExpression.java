package hobson.export.xpath;

import java.util.ArrayList;
import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.JaxenHandler;
import org.jaxen.expr.Expr;
import org.jaxen.saxpath.SAXPathException;
import org.jaxen.saxpath.XPathSyntaxException;
import org.jaxen.saxpath.base.XPathReader;

/** A compiled XPath 1.0 expression. Immutable; may be used by many threads at once, each with its own document. */
public final class XPathExpression {
    private final String text;
    private final Expr root;

    private XPathExpression(String text, Expr root) {
        this.text = text;
        this.root = root;
    }

    /** @throws XPathRefused if it is not an expression, or calls what does not exist */
    public static XPathExpression compile(String text) {
        Brackets.check(text);
        try {
            var handler = new JaxenHandler();
            handler.setXPathFactory(new NodePathFactory());
            var reader = new XPathReader();
            reader.setXPathHandler(handler);
            reader.parse(text);
            return new XPathExpression(text, handler.getXPathExpr(false).getRootExpr());
        } catch (XPathSyntaxException wrong) {
            throw XPathRefused.invalid("Invalid XPath expression: %s at %s in \"%s\""
                    .formatted(wrong.getMessage(), wrong.getPosition(), shown(text)));
        } catch (XPathRefused refused) {
            throw refused;
        } catch (SAXPathException | RuntimeException | StackOverflowError wrong) {
            throw XPathRefused.invalid("Invalid XPath expression: \"" + shown(text) + "\"");
        }
    }

    static String shown(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public String toString() {
        return text;
    }

    /** One or more expressions on one document, with limits that hold for all together. Used by one thread. */
    public static final class Evaluation {
        private final XmlDocument document;
        private final Visits visits;

        public Evaluation(XmlDocument document, XPathLimits limits) {
            this.document = document;
            this.visits = new Visits(limits);
        }

        /**
         * The nodes in document order, or a {@link String}, {@link Double} or {@link Boolean} as the only element.
         *
         * @throws XPathRefused if it goes over the limits, or calls a function in a wrong way
         */
        public List<Object> of(XPathExpression expression) {
            var context = new Context(new Scope(document, visits));
            context.setNodeSet(List.of(document));
            try {
                var value = expression.root.evaluate(context);
                return value instanceof List<?> nodes ? new ArrayList<>(nodes) : List.of(value);
            } catch (JaxenException wrong) {
                throw XPathRefused.invalid(
                        "XPath expression \"" + shown(expression.text) + "\": " + wrong.getMessage());
            } catch (StackOverflowError deep) {
                throw XPathRefused.costly("XPath expression \"" + shown(expression.text) + "\" nests too deeply");
            }
        }
    }
}
