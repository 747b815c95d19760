package hobson.parts.junit;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Reads the element {@code properties} of a suite or a test. */
final class Properties {
    private static final int MOST = 1_000;

    private Properties() {}

    static Map<String, String> read(Fields fields) throws XMLStreamException {
        var properties = new HashMap<String, String>();
        while (fields.next()) {
            var name = fields.name("name");
            var value = fields.attribute("value");
            var text = fields.trace();
            if (name != null && properties.size() < MOST) {
                properties.put(name, value == null ? text : value);
            }
        }
        return properties;
    }
}
