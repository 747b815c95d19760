package hobson.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * {@code /api/schema}: XML Schema of a class and of those that it leads to, as far as their types are declared (remote-api.md
 * §2.10). Used once.
 */
final class SchemaPage {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final Deque<Schema<?, ?>> found = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Declared.Type.OneOf> choices = new LinkedHashMap<>();

    private SchemaPage() {}

    static String of(Schema<?, ?> schema) {
        return new SchemaPage().write(schema);
    }

    private String write(Schema<?, ?> schema) {
        line(1, "<xsd:element name=\"%s\" type=\"%s\"/>".formatted(schema.element(), token(schema.className())));
        find(schema);
        while (!found.isEmpty()) type(found.pop()); // what was found last comes first
        choices.values().forEach(this::choice);
        return page.append("</xsd:schema>\n\n").toString();
    }

    private void find(Schema<?, ?> schema) {
        if (known.add(schema.className())) found.push(schema);
    }

    private void type(Schema<?, ?> schema) {
        line(1, "<xsd:complexType name=\"%s\">".formatted(token(schema.className())));
        var parent = schema.parent;
        if (parent == null) {
            elements(2, schema);
            line(2, "<xsd:attribute name=\"_class\" type=\"xsd:string\" use=\"optional\"/>");
        } else {
            find(parent);
            line(2, "<xsd:complexContent>");
            line(3, "<xsd:extension base=\"%s\">".formatted(token(parent.className())));
            elements(4, schema);
            line(3, "</xsd:extension>");
            line(2, "</xsd:complexContent>");
        }
        line(1, "</xsd:complexType>");
    }

    private void elements(int depth, Schema<?, ?> schema) {
        line(depth, schema.own.isEmpty() ? "<xsd:sequence/>" : "<xsd:sequence>");
        for (var property : schema.own) element(depth + 1, property);
        if (!schema.own.isEmpty()) line(depth, "</xsd:sequence>");
    }

    private void element(int depth, Property<?, ?> property) {
        var declared = property.declared;
        var name = declared.repeated() ? property.name.item.name : property.name.element.name;
        var occurs = (declared.required() ? "" : " minOccurs=\"0\"")
                + (declared.repeated() ? " maxOccurs=\"unbounded\"" : "");
        line(depth, "<xsd:element name=\"%s\" type=\"%s\"%s/>".formatted(name, nameOf(declared.type()), occurs));
    }

    private String nameOf(Declared.Type type) {
        return switch (type) {
            case Declared.Type.Plain(var name) -> "xsd:" + name;
            case Declared.Type.Bean(var declared) -> {
                var schema = declared.get();
                if (schema == null) yield "xsd:anyType";
                find(schema);
                yield token(schema.className());
            }
            case Declared.Type.OneOf choice -> {
                choices.putIfAbsent(choice.className(), choice);
                yield token(choice.className());
            }
        };
    }

    private void choice(Declared.Type.OneOf choice) {
        line(1, "<xsd:simpleType name=\"%s\">".formatted(token(choice.className())));
        line(2, "<xsd:restriction base=\"xsd:string\">");
        for (var value : choice.values()) line(3, "<xsd:enumeration value=\"%s\"/>".formatted(escaped(value)));
        line(2, "</xsd:restriction>");
        line(1, "</xsd:simpleType>");
    }

    private static String token(String className) {
        return className.replace('$', '-');
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void line(int depth, String line) {
        page.repeat("  ", depth).append(line).append('\n');
    }
}
