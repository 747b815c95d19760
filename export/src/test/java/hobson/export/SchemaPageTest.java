package hobson.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.export.ModelBuilder;
import org.kohsuke.stapler.export.SchemaGenerator;

class SchemaPageTest {

    @ExportedBean
    public static class Base {
        @Exported
        public String getName() {
            return "";
        }

        @Exported
        public @Nullable Leaf getLeaf() {
            return null;
        }
    }

    @ExportedBean
    public static class Leaf {
        @Exported
        public int getCount() {
            return 0;
        }

        @Exported
        public @Nullable Base getBase() {
            return null;
        }
    }

    @ExportedBean
    public static class Top extends Base {
        @Exported
        public List<Leaf> getActivities() {
            return List.of();
        }

        @Exported
        public List<List<Leaf>> getNested() {
            return List.of();
        }

        @Exported
        public List<String> getNames() {
            return List.of();
        }

        @Exported
        public GeneratedBean.@Nullable Ball getColor() {
            return null;
        }

        @Exported
        public long getTime() {
            return 0;
        }

        @Exported
        public double getScore() {
            return 0;
        }

        @Exported
        public boolean isIdle() {
            return true;
        }

        @Exported
        public @Nullable Object getAny() {
            return null;
        }

        @Exported
        public Map<String, String> getMap() {
            return Map.of();
        }

        @Exported
        public List<Runnable> getActions() {
            return List.of();
        }
    }

    private static final Schema<Base, String> BASE = Schema.<Base, String>named(Base.class.getName())
            .text("name", (base, _) -> base.getName())
            .object("leaf", Kind.exactly(() -> SchemaPageTest.LEAF), (base, _) -> base.getLeaf())
            .build();

    private static final Schema<Leaf, String> LEAF = Schema.<Leaf, String>named(Leaf.class.getName())
            .integer("count", (leaf, _) -> leaf.getCount())
            .object("base", Kind.declared(() -> BASE, _ -> BASE), (leaf, _) -> leaf.getBase())
            .build();

    private static final Schema<Top, String> TOP = Schema.<Top, String>named(Top.class.getName())
            .extend(BASE)
            .list("activities", Kind.exactly(LEAF), (top, _) -> top.getActivities())
            .list("nested", Kind.listOf(Kind.exactly(LEAF)), (top, _) -> top.getNested())
            .texts("names", (top, _) -> top.getNames())
            .choice(
                    "color",
                    Show.DEFAULT,
                    GeneratedBean.Ball.class.getName(),
                    GeneratedBean.Ball.class,
                    (top, _) -> top.getColor())
            .longInteger("time", (top, _) -> top.getTime())
            .decimal("score", (top, _) -> top.getScore())
            .bool("idle", (top, _) -> top.isIdle())
            .value("any", (top, _) -> top.getAny())
            .map("map", Kind.simple(), (top, _) -> top.getMap())
            .list(
                    "actions",
                    Kind.<Runnable, String>declared("java.lang.Runnable", _ -> null),
                    (top, _) -> top.getActions())
            .build();

    @Test
    void schema_ofAClass_isThatOfTheOriginal() {
        var expected = new ByteArrayOutputStream();
        new SchemaGenerator(new ModelBuilder().get(Top.class))
                .generateSchema(new StreamResult((OutputStream) expected));

        var answer = new Answers(new Exporter(Budget.DEFAULT, System::nanoTime), new Subject<>(TOP, new Top(), ""))
                .ask(Flavour.SCHEMA, "");

        assertThat(answer.body()).asString().isEqualTo(expected.toString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(answer.contentType()).isEqualTo("application/xml");
    }
}
