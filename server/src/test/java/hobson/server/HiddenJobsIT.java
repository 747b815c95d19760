package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What those who may not see a job learn of it anywhere: nothing. It runs, waits, is in a view, comes after a job that they see, has
 * made a file that that one has made too, and has a folder beside it.
 */
class HiddenJobsIT {
    private static final String CONFIGURATION = """
            jenkins:
              quietPeriod: 0
              numExecutors: 2
              securityRealm: {local: {users: [{id: visitor, password: visitor}, {id: administrator, password: administrator}]}}
              authorizationStrategy:
                projectMatrix:
                  entries:
                    - user: {name: anonymous, permissions: [Overall/Read]}
                    - user: {name: visitor, permissions: [View/Read, View/Configure, Job/Create, Agent/Connect]}
                    - user: {name: administrator, permissions: [Overall/Administer]}
            hobson: {crumbs: false}
            """;

    private static final String STEPS = """
            <builders><hudson.tasks.Shell><command>echo hello > a.txt; %s</command></hudson.tasks.Shell></builders>
            <publishers><hudson.tasks.ArtifactArchiver><artifacts>a.txt</artifacts><fingerprint>true</fingerprint>
            </hudson.tasks.ArtifactArchiver>%s</publishers>""";
    private static final String OPEN = """
            <project><properties><hudson.security.AuthorizationMatrixProperty>
            <permission>USER:hudson.model.Item.Read:visitor</permission>
            <permission>USER:hudson.model.Item.Build:visitor</permission>
            </hudson.security.AuthorizationMatrixProperty></properties>%s</project>""";
    private static final String VIEW = """
            <hudson.model.ListView><jobNames><string>open</string><string>zebra-hidden</string></jobNames>
            <recurse>true</recurse></hudson.model.ListView>""";

    private static final Map<String, String> SEEN = Map.of(
            "job", "open",
            "build", "1",
            "view", "mixed",
            "user", "visitor",
            "computer", "(built-in)",
            "executor", "0",
            "label", "built-in",
            "md5", "b1946ac92492d2347c6235b4d2611184",
            "series", "queueLength");

    /** Headers that differ from one answer to the next. */
    private static final Set<String> PASSING = Set.of("date", "set-cookie", "content-length");

    @TempDir
    static Path folder;

    private static RoleServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RoleServer.start(folder, CONFIGURATION);
        create("createItem?name=open", OPEN.formatted(STEPS.formatted("true", "")));
        built("open");
        var wait = STEPS.formatted("while [ ! -e go ]; do sleep 0.1; done", "");
        create(
                "createItem?name=zebra-hidden",
                "<project><concurrentBuild>true</concurrentBuild>" + wait + "</project>");
        go("zebra-hidden");
        built("zebra-hidden");
        Files.delete(workspace("zebra-hidden").resolve("go"));
        var after =
                "<hudson.tasks.BuildTrigger><childProjects>zebra-hidden</childProjects></hudson.tasks.BuildTrigger>";
        create("job/open/config.xml", OPEN.formatted(STEPS.formatted("true", after)));
        create("createItem?name=zebra-folder", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        create("job/zebra-folder/createItem?name=zebra-inside", "<project/>");
        create("createView?name=mixed", VIEW);
        var _ = administrator("POST", "job/zebra-hidden/build?delay=0sec");
        await("computer/api/json?tree=busyExecutors", "\"busyExecutors\":1");
        var _ = administrator("POST", "job/zebra-hidden/build?delay=9000sec");
    }

    @AfterAll
    static void stop() throws Exception {
        go("zebra-hidden");
        await("computer/api/json?tree=busyExecutors", "\"busyExecutors\":0");
        server.close();
    }

    @Test
    void world_administrator_seesItAll() throws Exception {
        assertThat(administrator("GET", "api/json?tree=jobs[name]").body()).contains("zebra-hidden", "zebra-folder");
        assertThat(administrator("GET", "job/open/api/json").body()).contains("zebra-hidden");
        assertThat(administrator("GET", "queue/api/json").body()).contains("zebra-hidden");
        assertThat(administrator("GET", "computer/api/json?depth=2").body()).contains("zebra-hidden");
        assertThat(administrator("GET", "fingerprint/" + SEEN.get("md5") + "/api/json")
                        .body())
                .contains("zebra-hidden");
        assertThat(server.ask("visitor", "GET", "job/open/api/json", "").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "visitor"})
    void everyRoute_askedAboutWhatIsSeen_saysNothingOfTheHidden(String user) throws Exception {
        var telling = new ArrayList<String>();
        for (var row : server.routes()) {
            for (var path : variants(filled(row.template(), SEEN))) {
                var answer = server.ask(user, "GET", path, "");
                boolean document = path.equals("view/mixed/config.xml"); // says what its author wrote
                if (!document && text(answer).contains("zebra")) {
                    telling.add(path + " -> " + text(answer));
                }
            }
        }
        assertThat(telling).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "visitor"})
    void everyRoute_ofAHiddenJob_isAnsweredAsIfThereWereNone(String user) throws Exception {
        var telling = new ArrayList<String>();
        for (var row : server.routes()) {
            if (!row.template().contains("{job}")) {
                continue;
            }
            for (var method : RoleTable.methods(row)) {
                var hidden = answer(user, method, row.template(), "zebra-hidden");
                var absent = answer(user, method, row.template(), "zebra-absent");
                if (!hidden.equals(absent)) {
                    telling.add(method + " " + row.template() + ": " + hidden + " instead of " + absent);
                }
            }
        }
        assertThat(telling).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "search/suggest?query=zebra",
                "search/?q=%s",
                "search/suggestOpenSearch?q=zebra",
                "job/%s/lastBuild/api/json",
                "queue/item/1/api/json",
                "api/xml?depth=2&xpath=//job[contains(name,'%s')]",
                "view/mixed/api/json?tree=jobs[name,downstreamProjects[name]]",
                "api/json?tree=overallLoad,jobs[name]%%7B0,9%%7D,views[jobs[name]]",
            })
    void questions_aboutIt_areAnsweredAsIfThereWereNone(String path) throws Exception {
        var hidden = server.ask("visitor", "GET", path.formatted("zebra-hidden"), "");
        var absent = server.ask("visitor", "GET", path.formatted("zebra-absent"), "");

        assertThat(hidden.statusCode()).isEqualTo(absent.statusCode());
        assertThat(hidden.body().replace("zebra-hidden", "zebra-absent")).isEqualTo(absent.body());
    }

    /** The name is taken, but the refusal does not say so. */
    @Test
    void createItem_itsName_isRefusedWithoutAReason() throws Exception {
        var answer = server.ask("visitor", "POST", "createItem?name=zebra-hidden", "<project/>");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer)).doesNotContain("exists");
    }

    private static Map<String, String> answer(String user, String method, String template, String job)
            throws Exception {
        var names = new TreeMap<>(SEEN);
        names.put("job", job);
        var answer = server.ask(user, method, RoleTable.address(filled(template, names)), "");
        var told = new TreeMap<String, String>();
        answer.headers().map().forEach((name, values) -> {
            if (!PASSING.contains(name)) {
                told.put(name, values.toString().replace(job, "JOB"));
            }
        });
        told.put("status", Integer.toString(answer.statusCode()));
        told.put("body", answer.body().replace(job, "JOB").replaceAll("[0-9a-f]{64}", "CRUMB"));
        return told;
    }

    private static List<String> variants(String path) {
        if (!path.equals("api") && !path.endsWith("/api")) {
            return List.of(path);
        }
        return List.of(
                path + "/json",
                path + "/json?depth=3",
                path + "/xml?depth=2",
                path
                        + "/json?tree=jobs[*],views[jobs[*]],items[*],computer[executors[*,currentExecutable[*]]],usage[*]");
    }

    private static String filled(String template, Map<String, String> names) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(template)
                .replaceAll(capture -> Matcher.quoteReplacement(names.getOrDefault(capture.group(1), "none")));
    }

    private static String text(HttpResponse<String> answer) {
        return answer.headers().map() + "\n" + answer.body();
    }

    private static HttpResponse<String> administrator(String method, String path) throws Exception {
        return server.ask("administrator", method, path, "");
    }

    private static void create(String path, String document) throws Exception {
        assertThat(server.ask("administrator", "POST", path, document).statusCode())
                .as(path)
                .isEqualTo(200);
    }

    private static void built(String job) throws Exception {
        var _ = administrator("POST", "job/" + job + "/build?delay=0sec");
        await("job/" + job + "/api/json?tree=lastCompletedBuild[number]", "\"number\":1");
    }

    private static void await(String path, String text) throws Exception {
        while (!administrator("GET", path).body().contains(text)) {
            Thread.onSpinWait();
        }
    }

    private static Path workspace(String job) throws Exception {
        return Files.createDirectories(
                folder.resolve("home").resolve("workspace").resolve(job));
    }

    private static void go(String job) throws Exception {
        Files.writeString(workspace(job).resolve("go"), "");
    }
}
