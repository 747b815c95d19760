package hobson.parts.junit;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Opens reports. No document type is read, no entity is replaced, nothing is fetched; depth and attributes are bounded, and texts come in
 * pieces. Used by many threads.
 */
final class XmlReports {
    private static final int DEPTH = 200;
    private static final int ATTRIBUTES = 100;
    private static final int LONGEST_ATTRIBUTE = 1024 * 1024;

    private final WstxInputFactory xml = new WstxInputFactory();

    XmlReports() {
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
    interface Reading {
        void read(XMLStreamReader2 reader) throws XMLStreamException, IOException;
    }

    void read(Path file, Reading reading) throws XMLStreamException, IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var reader = (XMLStreamReader2) xml.createXMLStreamReader(in);
            try {
                reading.read(reader);
            } finally {
                reader.close();
            }
        }
    }
}
