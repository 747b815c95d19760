package hobson.engine.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobGraphTest {
    private static Job job(long id, String path, List<String> downstream, List<String> upstream) {
        var wiring = new Wiring(downstream, upstream, List.of(), List.of(), List.of(), false);
        return new Job(
                id,
                ItemPath.of(path),
                1,
                new JobTraits("project", null, false, wiring, false, null),
                false,
                false,
                null,
                1,
                null,
                null);
    }

    private final Job lib = job(1, "lib", List.of("site", "app", "nowhere"), List.of());
    private final Job app = job(2, "app", List.of(), List.of());
    private final Job site = job(3, "site", List.of(), List.of("APP", "/lib"));
    private final Job inside = job(4, "f/inside", List.of("../app"), List.of("../lib"));
    private final ItemRegistry registry = KnownJobs.of(
            new Folder(9, ItemPath.of("f"), 1, "folder", null, false, false, null, null), lib, app, site, inside);
    private final JobGraph graph = new JobGraph(registry);

    @Test
    void downstream_saidByEitherSide_isThereOnceByName() {
        assertThat(graph.downstream(lib)).containsExactly(app, inside, site);
        assertThat(graph.upstream(app)).containsExactly(inside, lib);
        assertThat(graph.upstream(site)).containsExactly(app, lib);
        assertThat(graph.listeners(app)).containsExactly(site);
    }

    @Test
    void anyUpstream_throughListeners_isFound() {
        assertThat(graph.anyUpstream(site, id -> id == inside.id())).isEqualTo(inside);
        assertThat(graph.anyDownstream(inside, id -> id == site.id())).isEqualTo(site);
        assertThat(graph.anyDownstream(site, _ -> true)).isNull();
    }

    @Test
    void update_otherNames_oldOnesAreForgotten() {
        registry.update(
                site.id(),
                job -> job.renamed(ItemPath.of("shop"))
                        .configured(
                                new JobTraits("project", null, false, Wiring.triggering("app"), false, null), false));

        assertThat(graph.downstream(app)).isEmpty();
        assertThat(graph.upstream(app)).extracting(Job::name).containsExactly("inside", "lib", "shop");
    }

    @Test
    void remove_job_isNamedNoMore() {
        registry.remove(site);

        assertThat(graph.downstream(app)).isEmpty();
    }
}
