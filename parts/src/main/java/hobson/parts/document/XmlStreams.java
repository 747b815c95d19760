package hobson.parts.document;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Opens reports of any length. No document type is read, no entity is replaced, nothing is fetched; depth and attributes are bounded,
 * and texts come in pieces. Used by many threads.
 */
public final class XmlStreams {
    private static final int DEPTH = 200;
    private static final int ATTRIBUTES = 100;
    private static final int LONGEST_ATTRIBUTE = 1024 * 1024;

    private final WstxInputFactory xml = new WstxInputFactory();

    public XmlStreams() {
        xml.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        xml.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        xml.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        xml.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        xml.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        xml.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
    }

    /** Reads an opened document. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(XMLStreamReader2 reader) throws XMLStreamException, IOException;
    }

    /** @param charset null when the document says it itself */
    public <T> T read(InputStream document, @Nullable Charset charset, Reading<T> reading)
            throws XMLStreamException, IOException {
        var reader = (XMLStreamReader2)
                (charset == null
                        ? xml.createXMLStreamReader(document)
                        : xml.createXMLStreamReader(document, charset.name()));
        try {
            return reading.read(reader);
        } finally {
            reader.close();
        }
    }
}
