package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.stapler.export.ExportConfig;
import org.kohsuke.stapler.export.Flavor;
import org.kohsuke.stapler.export.ModelBuilder;
import org.kohsuke.stapler.export.NamedPathPruner;
import org.kohsuke.stapler.export.NotExportableException;
import org.kohsuke.stapler.export.TreePruner;

/** Makes up classes, objects and queries, and compares with what the original writers make of them, byte for byte. */
class StaplerDifferenceTest {
    private static final int WORLDS = 40;
    private static final int GRAPHS = 10;
    private static final int QUERIES = 10;

    private final Exporter exporter = new Exporter(Budget.DEFAULT, System::nanoTime);

    /** Kept, because the setting of a logger goes with it. */
    private static final Logger ORIGINAL = Logger.getLogger("org.kohsuke.stapler.export");

    private record Case(World world, GeneratedBean bean, Query query) {}

    @BeforeAll
    static void quietly() {
        ORIGINAL.setLevel(Level.OFF); // it logs each item that it leaves out
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void flavours_generatedGraphs_areThoseOfTheOriginal(long seed) {
        var random = new Random(seed);
        int answered = 0;
        for (int w = 0; w < WORLDS; w++) {
            var world = Worlds.random(random, "generated.s" + seed + ".w" + w);
            var models = new ModelBuilder();
            for (int g = 0; g < GRAPHS; g++) {
                boolean longLists = random.nextBoolean();
                var graphs = new Graphs(random, world, longLists, random.nextInt(3) == 0, Graphs.TEXTS);
                var bean = graphs.bean(world.shapes.get(random.nextInt(world.shapes.size())), 3);
                for (int q = 0; q < QUERIES; q++) {
                    var test = new Case(world, bean, query(random, longLists));
                    if (agrees(test, models)) answered++;
                }
            }
        }
        assertThat(answered).as("cases that both answer").isGreaterThan(WORLDS * GRAPHS * QUERIES / 2);
    }

    private static Query query(Random random, boolean longLists) {
        var flavour = List.of(Flavour.JSON, Flavour.XML, Flavour.PYTHON).get(random.nextInt(3));
        boolean pretty = random.nextInt(4) == 0;
        if (random.nextBoolean()) {
            var depth = random.nextInt(5) == 0 ? null : String.valueOf(random.nextInt(-2, 5));
            return new Query(flavour, null, depth, pretty, null, null, List.of(), null);
        }
        var tree = new Trees(random, longLists).tree(3);
        return new Query(flavour, tree, null, pretty, null, null, List.of(), null);
    }

    /** Whether there is an answer, the same on both sides; not if both fail. */
    private boolean agrees(Case test, ModelBuilder models) {
        var expected = original(test, models);
        var actual = ours(test);
        assertThat(actual == null ? null : new String(actual, UTF_8))
                .as("%s of %s", test.query(), test.bean().getClass().getName())
                .isEqualTo(expected == null ? null : new String(expected.getBytes(UTF_8), UTF_8));
        return expected != null;
    }

    private byte @Nullable [] ours(Case test) {
        var schema = test.world().schema(test.bean().getClass().getName());
        try {
            var rendering = exporter.render(new Subject<>(schema, test.bean(), ""), test.query(), Requester.ORDINARY);
            var whole = (Rendering.Whole) rendering;
            assertThat(whole.status()).as(new String(whole.body(), UTF_8)).isEqualTo(200);
            return whole.body();
        } catch (ExportFailed failed) {
            return null;
        }
    }

    private static @Nullable String original(Case test, ModelBuilder models) {
        var flavor = switch (test.query().flavour()) {
            case JSON -> Flavor.JSON;
            case XML -> Flavor.XML;
            case PYTHON -> Flavor.PYTHON;
            case SCHEMA -> throw new IllegalArgumentException("not written by these");
        };
        var config = new ExportConfig()
                .withFlavor(flavor)
                .withPrettyPrint(test.query().pretty());
        var out = new StringWriter();
        try {
            write(test.bean(), models, pruner(test.query()), flavor.createDataWriter(test.bean(), out, config));
            return out.toString();
        } catch (IOException | NotExportableException failed) {
            return null;
        }
    }

    @SuppressWarnings("unchecked") // the model is that of the object's class
    private static void write(
            Object bean, ModelBuilder models, TreePruner pruner, org.kohsuke.stapler.export.DataWriter writer)
            throws IOException {
        models.get((Class<Object>) bean.getClass()).writeTo(bean, pruner, writer);
    }

    private static TreePruner pruner(Query query) {
        if (query.tree() != null) return new NamedPathPruner(query.tree());
        return new TreePruner.ByDepth(1 - (query.depth() == null ? 0 : Integer.parseInt(query.depth())));
    }
}
