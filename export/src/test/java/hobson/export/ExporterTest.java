package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExporterTest {
    record Job(String name, String color, List<Integer> builds) {}

    record Root(List<Job> jobs, String mode) {}

    record Reader(String url) {}

    private static final Schema<Job, Reader> ITEM = Schema.<Job, Reader>named("hudson.model.AbstractItem")
            .text("name", Show.ALWAYS, (job, _) -> job.name())
            .text("url", Show.ALWAYS, (job, reader) -> reader.url() + "job/" + job.name() + "/")
            .build();

    private static final Schema<Job, Reader> JOB = Schema.<Job, Reader>named("hudson.model.FreeStyleProject")
            .extend(ITEM)
            .text("color", Show.at(2), (job, _) -> job.color())
            .list("builds", Kind.simple(), (job, _) -> job.builds())
            .build();

    private static final Schema<Root, Reader> ROOT = Schema.<Root, Reader>named("hudson.model.Hudson")
            .text("mode", (root, _) -> root.mode())
            .list("jobs", Kind.declared("hudson.model.TopLevelItem", _ -> JOB), (root, _) -> root.jobs())
            .build();

    private final Exporter exporter = new Exporter(Budget.DEFAULT, System::nanoTime);
    private final Root root =
            new Root(List.of(new Job("a", "blue", List.of(2, 1)), new Job("b", "red", List.of())), "X");

    @Test
    void json_withoutParameters_showsDepthZero() {
        assertThat(body(Flavour.JSON, Map.of())).isEqualTo("""
                {"_class":"hudson.model.Hudson","jobs":[{"_class":"hudson.model.FreeStyleProject","name":"a","url":"http://h/job/a/","color":"blue"},\
                {"_class":"hudson.model.FreeStyleProject","name":"b","url":"http://h/job/b/","color":"red"}],"mode":"X"}""");
    }

    @Test
    void xml_tree_showsWhatIsNamed() {
        assertThat(body(Flavour.XML, Map.of("tree", "jobs[builds,name]{0}"))).isEqualTo("""
                <hudson _class='hudson.model.Hudson'><job _class='hudson.model.FreeStyleProject'><name>a</name><build>2</build><build>1</build></job></hudson>""");
    }

    @Test
    void python_pretty_isIndented() {
        assertThat(body(Flavour.PYTHON, Map.of("tree", "jobs[builds]{1}", "pretty", "false")))
                .isEqualTo("""
                {
                  "_class" : "hudson.model.Hudson",
                  "jobs" : [
                    {
                      "_class" : "hudson.model.FreeStyleProject",
                      "builds" : [
                       \s
                      ]
                    }
                  ]
                }""");
    }

    private String body(Flavour flavour, Map<String, String> parameters) {
        var query = Query.of(flavour, name -> parameters.containsKey(name) ? List.of(parameters.get(name)) : List.of());
        var rendering = exporter.render(new Subject<>(ROOT, root, new Reader("http://h/")), query, Requester.SECURE);
        return new String(((Rendering.Whole) rendering).body(), UTF_8);
    }
}
