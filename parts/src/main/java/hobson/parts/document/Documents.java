package hobson.parts.document;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import hobson.engine.Refusal;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads documents. Used by many threads at once; time and memory are bounded by the limits, whatever the bytes are.
 *
 * <p>Reads XML 1.0 and 1.1 in any encoding that a document can be cut in. No document type, no declared entities, no external
 * anything: a document that begins to declare is refused.
 */
public final class Documents {
    private final Limits limits;
    private final WstxInputFactory xml;

    public Documents(Limits limits) {
        this.limits = limits;
        this.xml = factory(limits);
    }

    private static WstxInputFactory factory(Limits limits) {
        var xml = new WstxInputFactory();
        xml.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        // offsets are exact only when each token is read to its end before the next is asked for
        xml.getConfig().doParseLazily(false);
        xml.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        xml.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        xml.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        return xml;
    }

    /** Refuses what is too large or not a document. */
    public Document read(byte[] bytes) {
        if (bytes.length > limits.bytes()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "The document has " + bytes.length + " bytes, more than the " + limits.bytes() + " allowed.");
        }
        if (bytes.length == 0) {
            throw Refusal.badInput("The document is empty.");
        }
        var source = SourceText.of(bytes);
        try {
            var reader = (XMLStreamReader2) xml.createXMLStreamReader(new StringReader(source.text));
            try {
                var root = new TreeReader(reader, limits).read();
                return new Document(source, root, "1.1".equals(reader.getVersion()));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw Malformed.because(e);
        }
    }
}
