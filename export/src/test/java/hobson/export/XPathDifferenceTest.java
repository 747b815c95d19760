package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dom4j.Attribute;
import org.dom4j.CharacterData;
import org.dom4j.Document;
import org.dom4j.DocumentException;
import org.dom4j.DocumentFactory;
import org.dom4j.Node;
import org.dom4j.XPathException;
import org.dom4j.io.SAXReader;
import org.dom4j.io.XMLWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes up documents and XPath queries, and compares with what the library that Jenkins uses makes of the parsed XML. */
class XPathDifferenceTest {
    private static final int WORLDS = 20;
    private static final int GRAPHS = 4;
    private static final int QUERIES = 40;

    private final Exporter exporter = new Exporter(
            new Budget(1 << 20, 1 << 20, 1 << 20, 100, Duration.ofMinutes(1), 1 << 20, 1 << 30, Duration.ofMinutes(1)),
            System::nanoTime);

    private record Case(Subject<GeneratedBean, Object> subject, String xml, Query query) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void xpath_generatedExpressions_findWhatTheOriginalFinds(long seed) throws IOException, DocumentException {
        var random = new Random(seed);
        int answered = 0;
        for (int w = 0; w < WORLDS; w++) {
            var world = Worlds.random(random, "generated.x" + seed + ".w" + w);
            for (int g = 0; g < GRAPHS; g++) {
                var graphs = new Graphs(random, world, false, false, Graphs.PARSED_TEXTS);
                var bean = graphs.bean(world.shapes.get(random.nextInt(world.shapes.size())), 3);
                var subject = new Subject<>(world.schema(bean.getClass().getName()), bean, (Object) "");
                var xml = plain(subject);
                if (xml == null || !isParsed(xml)) continue;
                for (int q = 0; q < QUERIES; q++) {
                    if (agrees(new Case(subject, xml, query(random, world)))) answered++;
                }
            }
        }
        assertThat(answered).as("queries that both answer").isGreaterThan(700);
    }

    private @Nullable String plain(Subject<GeneratedBean, Object> subject) {
        try {
            return body(exporter.render(subject, deep(null, List.of(), null), Requester.SECURE));
        } catch (ExportFailed unshowable) {
            return null;
        }
    }

    /** Keys of maps may become names that have a prefix. */
    private static boolean isParsed(String xml) {
        try {
            new SAXReader().read(new StringReader(xml));
            return true;
        } catch (DocumentException unbound) {
            return false;
        }
    }

    private static Query deep(@Nullable String xpath, List<String> excludes, @Nullable String wrapper) {
        return new Query(Flavour.XML, null, "3", false, null, xpath, excludes, wrapper);
    }

    private static Query query(Random random, World world) {
        var names = new ArrayList<String>();
        for (var name : Worlds.NAMES) names.add(XmlNames.singular(name));
        for (var shape : world.shapes) names.add(world.schema(shape.name()).element());
        var paths = new Paths(random, names);
        var excludes = new ArrayList<String>();
        if (random.nextInt(4) == 0) excludes.add(paths.path(1));
        if (random.nextInt(8) == 0) excludes.add(paths.path(1));
        var xpath = excludes.isEmpty() || random.nextInt(4) > 0 ? paths.expression(2) : null;
        return deep(xpath, excludes, random.nextInt(3) > 0 ? "w" : null);
    }

    /** Whether there is an answer, the same on both sides; not if both refuse. */
    private boolean agrees(Case test) throws IOException, DocumentException {
        var rendering = exporter.render(test.subject(), test.query(), Requester.SECURE);
        var whole = (Rendering.Whole) rendering;
        var ours = whole.status() == 200 ? body(rendering) : null;
        var expected = original(test);
        assertThat(ours)
                .as("%s of %s (%s)", test.query(), test.xml(), body(rendering))
                .isEqualTo(expected);
        return expected != null;
    }

    private static String body(Rendering rendering) {
        return new String(((Rendering.Whole) rendering).body(), UTF_8);
    }

    private static @Nullable String original(Case test) throws IOException, DocumentException {
        var document = new SAXReader().read(new StringReader(test.xml()));
        try {
            for (var exclude : test.query().excludes()) {
                for (Object node : document.createXPath(exclude).selectNodes(document)) {
                    var parent = ((Node) node).getParent();
                    if (parent != null) parent.remove((Node) node);
                }
            }
            var xpath = test.query().xpath();
            if (xpath == null) return written(document);
            List<?> found = document.createXPath(xpath).selectNodes(document);
            if (test.query().wrapper() != null) return wrapped(test.query().wrapper(), found);
            return found.size() == 1 ? written(found.getFirst()) : null;
        } catch (XPathException | ClassCastException refused) {
            return null;
        }
    }

    private static @Nullable String wrapped(String name, List<?> found) throws IOException {
        var root = DocumentFactory.getInstance().createElement(name);
        for (var value : found) {
            if (value instanceof Document) return null;
            if (value instanceof String text) {
                root.addText(text);
                continue;
            }
            var node = (Node) value;
            node.detach();
            root.add(node);
        }
        return written(root);
    }

    private static String written(Object value) throws IOException {
        if (value instanceof CharacterData text) return text.getText();
        if (!(value instanceof Node)) return value.toString();
        var out = new StringWriter();
        var writer = new XMLWriter(out);
        if (value instanceof Attribute attribute) writer.write(attribute);
        else writer.write(value);
        writer.flush();
        return out.toString();
    }
}
