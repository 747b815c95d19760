package hobson.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The root object of the Jenkins 2.462 from which the answers of the conformance kit were recorded. */
final class RecordedRoot {
    static final String BASE = "http://127.0.0.1:8080";

    record Job(String name, String color) {}

    record View(String className, String name, String path) {}

    /** Something without a visible property. */
    record Load(String className) {}

    private static final Schema<Job, String> JOB = Schema.<Job, String>named("hudson.model.FreeStyleProject")
            .extend(Schema.<Job, String>named("hudson.model.AbstractItem")
                    .text("name", Show.ALWAYS, (job, _) -> job.name())
                    .text("url", Show.ALWAYS, (job, base) -> base + "/job/" + job.name() + "/")
                    .text("description", (_, _) -> "")
                    .build())
            .text("color", Show.at(2), (job, _) -> job.color())
            .bool("inQueue", (_, _) -> false)
            .build();

    private static final Map<String, Schema<View, String>> VIEWS = Map.of(
            "hudson.model.AllView",
            view("hudson.model.AllView"),
            "hudson.model.ListView",
            view("hudson.model.ListView"));

    private static final Map<String, Schema<Load, String>> LOADS = Map.of(
            "hudson.model.OverallLoadStatistics",
                    Schema.<Load, String>named("hudson.model.OverallLoadStatistics")
                            .build(),
            "jenkins.model.UnlabeledLoadStatistics",
                    Schema.<Load, String>named("jenkins.model.UnlabeledLoadStatistics")
                            .build());

    static final Schema<RecordedRoot, String> SCHEMA = Schema.<RecordedRoot, String>named("hudson.model.Hudson")
            .extend(Schema.<RecordedRoot, String>named("hudson.model.Node")
                    .list("assignedLabels", Kind.exactly(label()), (_, _) -> List.of("built-in"))
                    .text("mode", (_, _) -> "NORMAL")
                    .text("nodeDescription", (_, _) -> "the Jenkins controller's built-in node")
                    .text("nodeName", Show.ALWAYS, (_, _) -> "")
                    .integer("numExecutors", (_, _) -> 2)
                    .build())
            .text("description", (_, _) -> null)
            .list("jobs", Kind.declared("hudson.model.TopLevelItem", _ -> JOB), (root, _) -> root.jobs)
            .object(
                    "overallLoad",
                    load("hudson.model.OverallLoadStatistics"),
                    (_, _) -> new Load("hudson.model.OverallLoadStatistics"))
            .object("primaryView", views(), (root, _) -> root.views.getFirst())
            .text("quietDownReason", (_, _) -> null)
            .bool("quietingDown", (_, _) -> false)
            .integer("slaveAgentPort", (_, _) -> -1)
            .object(
                    "unlabeledLoad",
                    load("hudson.model.LoadStatistics"),
                    (_, _) -> new Load("jenkins.model.UnlabeledLoadStatistics"))
            .text("url", (_, _) -> null)
            .bool("useCrumbs", (_, _) -> true)
            .bool("useSecurity", (_, _) -> false)
            .list("views", views(), (root, _) -> root.views)
            .build();

    private final List<Job> jobs = new ArrayList<>();
    private final List<View> views =
            List.of(new View("hudson.model.AllView", "all", "/"), new View("hudson.model.ListView", "v1", "/view/v1/"));

    RecordedRoot() {
        var colors = new LinkedHashMap<String, String>();
        for (var name : List.of(
                "bad", "conc", "down", "filep", "ok", "par", "quiet", "runp", "slow", "stuck", "tok", "unst", "up")) {
            colors.put(name, "blue");
        }
        for (var name : List.of("conc", "filep", "quiet", "runp", "stuck")) colors.put(name, "notbuilt");
        colors.put("bad", "red");
        colors.put("slow", "aborted");
        colors.put("unst", "yellow");
        colors.forEach((name, color) -> jobs.add(new Job(name, color)));
    }

    private static Schema<String, String> label() {
        return Schema.<String, String>named("hudson.model.labels.LabelAtom")
                .text("name", Show.at(2), (label, _) -> label)
                .build();
    }

    private static Schema<View, String> view(String className) {
        return Schema.<View, String>named(className)
                .text("name", Show.at(2), (view, _) -> view.name())
                .text("url", Show.at(2), (view, base) -> base + view.path())
                .build();
    }

    private static Kind<View, String> views() {
        return Kind.declared("hudson.model.View", view -> VIEWS.get(view.className()));
    }

    private static Kind<Load, String> load(String declaredClass) {
        return Kind.declared(declaredClass, load -> LOADS.get(load.className()));
    }

    static Subject<RecordedRoot, String> subject() {
        return new Subject<>(SCHEMA, new RecordedRoot(), BASE);
    }
}
