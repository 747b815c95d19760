package hobson.export.xpath;

import org.jaxen.ContextSupport;
import org.jaxen.SimpleNamespaceContext;
import org.jaxen.SimpleVariableContext;

/** What the parts of an expression share while it is evaluated on a document. Used once, by one thread. */
final class Scope extends ContextSupport {
    private static final long serialVersionUID = 1L;

    private final transient XmlDocument document;
    private final transient Visits visits;

    Scope(XmlDocument document, Visits visits) {
        super(
                new SimpleNamespaceContext(),
                Functions.context(),
                new SimpleVariableContext(),
                new TreeNavigator(document, visits));
        this.document = document;
        this.visits = visits;
    }

    XmlDocument document() {
        return document;
    }

    Visits visits() {
        return visits;
    }

    ContextSupport support() {
        return this;
    }
}
