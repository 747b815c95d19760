package hobson.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultTest {
    /** Fails if it has no text. */
    record Item(String text) {
        String shown() {
            if (text.isEmpty()) throw new IllegalStateException("no text");
            return text;
        }
    }

    private static final class NotHere extends RuntimeException implements PassThrough {
        private static final long serialVersionUID = 1L;
    }

    private static final Schema<Item, String> ITEM = Schema.<Item, String>named("test.Item")
            .text("a", (item, _) -> "a" + item.text())
            .text("b", (item, _) -> item.shown())
            .build();

    private final Exporter exporter = new Exporter(Budget.DEFAULT, System::nanoTime);
    private final List<Item> items = List.of(new Item("0"), new Item(""), new Item("2"));

    private String body(Schema<String, String> schema, Flavour flavour) {
        var rendering = exporter.render(new Subject<>(schema, "root", ""), Query.plain(flavour), Requester.ORDINARY);
        return Answers.text((Rendering.Whole) rendering);
    }

    private static SchemaBuilder<String, String> root() {
        return Schema.<String, String>named("test.Root").visibility(3);
    }

    @Test
    void render_itemFails_isLeftOut() {
        var schema = root().list("items", Show.at(3).inline(), Kind.exactly(ITEM), (_, _) -> items)
                .visibility(1)
                .build();

        assertThat(body(schema, Flavour.JSON))
                .isEqualTo(
                        "{\"_class\":\"test.Root\",\"items\":[{\"a\":\"a0\",\"b\":\"0\"},{\"a\":\"a2\",\"b\":\"2\"}]}");
        assertThat(body(schema, Flavour.XML))
                .isEqualTo(
                        "<root _class='test.Root'><item><a>a0</a><b>0</b></item><item><a>a2</a><b>2</b></item></root>");
    }

    @Test
    void render_entryFails_isLeftOut() {
        Map<String, Item> map = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) map.put("k\"" + i, items.get(i));
        var schema = root().map("map", Show.at(3).inline(), Kind.exactly(ITEM), (_, _) -> map)
                .build();

        assertThat(body(schema, Flavour.JSON)).isEqualTo("""
                {"_class":"test.Root","map":{"k\\"0":{"_class":"test.Item","a":"a0","b":"0"},"k\\"2":{"_class":"test.Item","a":"a2","b":"2"}}}""");
    }

    @Test
    void render_propertyFails_isTheServersFault() {
        var schema = root().object("item", Show.at(3).inline(), Kind.exactly(ITEM), (_, _) -> items.get(1))
                .build();

        assertThatThrownBy(() -> body(schema, Flavour.JSON))
                .isInstanceOf(ExportFailed.class)
                .hasMessage("property b of test.Item could not be read")
                .hasRootCauseMessage("no text");
    }

    @Test
    void render_unshowableItem_isAnEmptyObject() {
        var kind = Kind.<Item, String>declared("test.Item", item -> item.text().isEmpty() ? null : ITEM);
        var schema = root().list("items", Show.at(3), kind, (_, _) -> items).build();

        assertThat(body(schema, Flavour.JSON)).isEqualTo("{\"_class\":\"test.Root\",\"items\":[{},{},{}]}");
        assertThat(body(schema, Flavour.XML))
                .isEqualTo("<root _class='test.Root'><item></item><item></item><item></item></root>");
    }

    @Test
    void render_unshowableProperty_isTheServersFault() {
        var kind = Kind.<Item, String>declared("test.Item", _ -> null);
        var schema = root().object("item", kind, (_, _) -> items.getFirst()).build();

        assertThatThrownBy(() -> body(schema, Flavour.XML))
                .isInstanceOf(ExportFailed.class)
                .hasMessageContaining("test.Root");
    }

    @Test
    void render_passThrough_leavesUntouched() {
        var failure = new NotHere();
        var item = Schema.<Item, String>named("test.Item")
                .text("a", (_, _) -> {
                    throw failure;
                })
                .build();
        var schema = root().list("items", Show.at(3).inline(), Kind.exactly(item), (_, _) -> items)
                .build();

        assertThatThrownBy(() -> body(schema, Flavour.JSON)).isSameAs(failure);
        assertThatThrownBy(() -> new Answers(exporter, new Subject<>(schema, "", "")).ask(Flavour.XML, "xpath=/"))
                .isSameAs(failure);
    }

    @Test
    void render_characterThatXmlCannotCarry_isReplacedInDocuments() {
        var schema = root().text("t", (_, _) -> "a\u0000b\r\nc\ud83dd\ufffe").build();
        var answers = new Answers(exporter, new Subject<>(schema, "", ""));

        assertThat(answers.body(Flavour.XML, "xpath=//t")).isEqualTo("<t>a\ufffdb\nc\ufffdd\ufffd</t>");
        assertThat(answers.body(Flavour.XML, "")).contains("a\u0000b\r\nc");
    }

    @Test
    void schema_mistakes_areFoundWhenItIsMade() {
        var builder = root().text("a", (_, _) -> "");

        assertThatThrownBy(() -> builder.text("a", (_, _) -> "")).hasMessageContaining("two properties called a");
        assertThatThrownBy(() -> builder.text("a b", (_, _) -> "")).hasMessageContaining("not a property name");
        assertThatThrownBy(() -> Schema.<String, String>named("a'b").build()).hasMessageContaining("name of a class");
    }
}
