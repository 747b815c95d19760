package hobson.remote.webhook;

import hobson.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Places in an XML document: an XPath without functions of its own. For one thread. */
final class XmlPath {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_VALUES = 1_000;
    private static final String DEPTH = "200";
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MOST_DEPTH = "jdk.xml.maxElementDepth";

    private final XPathExpression expression;

    private XmlPath(XPathExpression expression) {
        this.expression = expression;
    }

    /** @throws Refusal it is no XPath */
    static XmlPath of(String text) {
        try {
            var factory = XPathFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new XmlPath(factory.newXPath().compile(text));
        } catch (XPathExpressionException | XPathFactoryConfigurationException e) {
            throw Refusal.badInput("'" + text + "' is no XPath");
        }
    }

    /** Null for what is no XML, has a document type, or is too large or too deep. */
    static @Nullable Document document(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return null;
        }
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(NO_DOCTYPE, true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(MOST_DEPTH, DEPTH);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // else it prints
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            return null;
        }
    }

    /** The texts that are there, or what the expression comes to when it names no places. */
    List<String> in(@Nullable Document document) {
        if (document == null) {
            return List.of();
        }
        try {
            var nodes = (NodeList) expression.evaluate(document, XPathConstants.NODESET);
            var texts = new ArrayList<String>();
            for (int i = 0; i < Math.min(nodes.getLength(), MOST_VALUES); i++) {
                texts.add(nodes.item(i).getTextContent());
            }
            return texts;
        } catch (XPathExpressionException e) {
            return value(document);
        }
    }

    private List<String> value(Document document) {
        try {
            var value = (String) expression.evaluate(document, XPathConstants.STRING);
            return value.isEmpty() ? List.of() : List.of(value);
        } catch (XPathExpressionException e) {
            return List.of();
        }
    }
}
