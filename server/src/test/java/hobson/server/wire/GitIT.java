package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs whose sources are in Git: what builds get, what changed between them, and what notices of new commits start. */
class GitIT {
    private static final String TOKEN = "0123456789abcdef";

    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins: {authorizationStrategy: unsecured, quietPeriod: 0, numExecutors: 4}
            hobson: {notifyCommit: {tokens: [0123456789abcdef]}}
            """);

    private static final String POLLED = "<triggers><hudson.triggers.SCMTrigger><spec></spec>"
            + "<ignorePostCommitHooks>false</ignorePostCommitHooks></hudson.triggers.SCMTrigger></triggers>";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        client = SERVER.client().withCrumb();
    }

    private static Repository repository(String name) throws Exception {
        return Repository.create(SERVER.folder().resolve(name));
    }

    private static Answer notice(String query) throws Exception {
        return SERVER.client().post("git/notifyCommit?token=" + TOKEN + "&" + query);
    }

    @Test
    void build_ofBranch_checksItOutAndTellsWhich() throws Exception {
        var repository = repository("checkout");
        client.create(
                "checkout", Project.of(repository.scm("*/main"), shell("cat README; echo $GIT_COMMIT $GIT_BRANCH")));

        int number = client.build("checkout", "build");

        assertThat(client.console("checkout", number))
                .contains(
                        "Cloning the remote Git repository\nCloning repository " + repository.url() + "\n",
                        "Checking out Revision " + repository.head() + " (refs/remotes/origin/main)\n",
                        "Commit message: \"Begin\"\nFirst time build. Skipping changelog.\n",
                        "first" + repository.head() + " origin/main\n",
                        "Finished: SUCCESS");
        assertThat(client.text("job/checkout/1/api/json"))
                .contains(
                        "\"_class\":\"hudson.plugins.git.util.BuildData\",\"buildsByBranchName\":{\"refs/remotes/origin/main\":"
                                + "{\"_class\":\"hudson.plugins.git.util.Build\",\"buildNumber\":1,\"buildResult\":null",
                        "\"lastBuiltRevision\":{\"SHA1\":\"" + repository.head() + "\"",
                        "\"changeSet\":{\"_class\":\"hudson.plugins.git.GitChangeSetList\",\"items\":[],\"kind\":\"git\"}");
    }

    @Test
    void build_afterCommits_listsThemAndWhoMadeThem() throws Exception {
        var repository = repository("changes");
        client.create("changes", Project.of(repository.scm("main"), shell("true")));
        client.build("changes", "build");
        repository.commit("a b/ü.txt", "new", "Add a file\n\nwith <reasons> & more");
        var second = repository.commit("README", "second", "Change it");

        client.build("changes", "build");

        assertThat(client.text("job/changes/2/api/json?tree=changeSet[items[*,author[*],paths[*]],kind],culprits[*]"))
                .startsWith("{\"_class\":\"hudson.model.FreeStyleBuild\",\"changeSet\":"
                        + "{\"_class\":\"hudson.plugins.git.GitChangeSetList\",\"items\":[{\"_class\":\"hudson.plugins.git.GitChangeSet\","
                        + "\"affectedPaths\":[\"README\"],\"commitId\":\"" + second + "\"")
                .contains(
                        "\"author\":{\"absoluteUrl\":\"" + SERVER.url()
                                + "user/zo%C3%AB%20sample\",\"fullName\":\"Zoë Sample\"}",
                        "\"authorEmail\":\"zoe@example.org\"",
                        "\"comment\":\"Add a file\\u000a\\u000awith <reasons> & more\\u000a\"",
                        "\"msg\":\"Add a file\"",
                        "\"paths\":[{\"editType\":\"add\",\"file\":\"a b/ü.txt\"}]",
                        "\"kind\":\"git\"},\"culprits\":[{");
    }

    @Test
    void build_afterCommits_isInTheFeedOfChangesAndShowsPeople() throws Exception {
        var repository = repository("told");
        client.create("told", Project.of(repository.scm("main"), shell("true")));
        assertThat(client.text("job/told/rssChangelog"))
                .contains("<title>told Git changes</title>")
                .doesNotContain("<entry>");
        client.build("told", "build");
        repository.commit("a/b.txt", "new", "Add <this>\n\nbecause");
        repository.commit("README", "second", "Change it");
        client.build("told", "build");

        assertThat(client.text("job/told/2/changes")).contains("Add &lt;this&gt;", "Change it", "<li>add a/b.txt</li>");
        assertThat(client.text("job/told/changes")).contains("<a href=\"2/changes\">#2</a>", "Change it");

        var root = SERVER.url();
        var time = client.text("job/told/2/api/json?tree=timestamp").replaceAll("\\D", "");
        assertThat(client.text("job/told/rssChangelog"))
                .contains(
                        "<link rel=\"alternate\" type=\"text/html\" href=\"" + root + "job/told/changes\">",
                        "<entry><title>#2 Change it (Zoë Sample)</title><link rel=\"alternate\" type=\"text/html\" href=\""
                                + root + "job/told/2/changes#detail0\"></link><id>job/told/2/changes#detail0</id>",
                        "<title>#2 Add &lt;this> (Zoë Sample)</title>",
                        "<content>a/b.txt\n</content>");
        var zoe = "{\"lastChange\":" + time
                + ",\"project\":{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"told\",\"url\":\"" + root
                + "job/told/\"},\"user\":{\"absoluteUrl\":\"" + root
                + "user/zo%C3%AB%20sample\",\"fullName\":\"Zoë Sample\"}}";
        var view = "<hudson.model.ListView><jobNames><string>told</string></jobNames></hudson.model.ListView>";
        client.post("createView?name=telling", WireClient.XML, view.getBytes(StandardCharsets.UTF_8));
        assertThat(client.text("view/telling/asynchPeople/api/json")).endsWith("\"users\":[" + zoe + "]}");
        assertThat(client.text("people/api/json?tree=users[user[fullName]]"))
                .containsOnlyOnce("Zoë Sample")
                .contains("SYSTEM");
        assertThat(client.text("people/")).contains(">Zoë Sample</a>", ">told</a>");
        assertThat(client.text("job/told/scm/api/json")).startsWith("{\"_class\":\"hudson.plugins.git.GitSCM\",");
    }

    @Test
    void changes_ofSeveralBuilds_haveAnIdEach() throws Exception {
        var repository = repository("anchored");
        client.create("anchored", Project.of(repository.scm("main"), shell("true")));
        for (int number = 1; number <= 3; number++) {
            client.build("anchored", "build");
            repository.commit("README", "of " + number, "Change it");
        }

        assertThat(client.text("job/anchored/changes"))
                .containsOnlyOnce(" id=\"2-detail0\"")
                .containsOnlyOnce(" id=\"3-detail0\"")
                .doesNotContain(" id=\"detail0\"");
        assertThat(client.text("job/anchored/2/changes")).contains(" id=\"detail0\"");
    }

    @Test
    void build_nothingFits_failsBeforeItsSteps() throws Exception {
        var repository = repository("nothing");
        client.create("nothing", Project.of(repository.scm("elsewhere"), shell("echo performed")));
        client.create(
                "nowhere", Project.of(repository.scm("main").replace("/nothing", "/no-such"), shell("echo performed")));

        client.build("nothing", "build");
        client.build("nowhere", "build");

        assertThat(client.console("nothing", 1))
                .contains("ERROR: Couldn't find any revision to build.")
                .doesNotContain("performed")
                .endsWith("Finished: FAILURE\n");
        assertThat(client.console("nowhere", 1))
                .contains("ERROR: Error fetching remote repo 'origin'")
                .endsWith("Finished: FAILURE\n");
    }

    @Test
    void build_variablesInBranchAndAddress_areReplaced() throws Exception {
        var repository = repository("variables");
        repository.git("checkout", "-q", "-b", "it's-$HOME");
        var head = repository.commit("x", "x", "On a branch with a name");
        client.create(
                "variables",
                Project.of(
                        repository.scm("${BRANCH}").replace("/variables", "/${WHERE}"),
                        Project.parameters(
                                Project.string("BRANCH", "it's-$HOME"), Project.string("WHERE", "variables"))));

        client.build("variables", "buildWithParameters");

        assertThat(client.console("variables", 1)).contains("Checking out Revision " + head);
    }

    @Test
    void notice_ofCommit_buildsIt() throws Exception {
        var repository = repository("noticed");
        var first = repository.head();
        repository.commit("README", "second", "Change it");
        client.create("noticed", Project.of(repository.scm("main"), POLLED, shell("cat README")));

        var answer = notice("url=" + repository.url() + "&branches=main&sha1=" + first);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.header("Triggered")).isEqualTo(SERVER.url() + "job/noticed/");
        assertThat(answer.body()).isEqualTo("Scheduled noticed\n");
        client.awaitEnd("noticed", 1);
        assertThat(client.console("noticed", 1))
                .startsWith("commit notification " + first + "\n")
                .contains("\nfirst");
        assertThat(client.text("job/noticed/1/api/json?tree=actions[causes[*]]"))
                .contains(
                        "\"_class\":\"hudson.plugins.git.GitStatus$CommitHookCause\",\"shortDescription\":\"commit notification "
                                + first);
    }

    @Test
    void notice_ofBranch_looksAndBuildsWhatIsNew() throws Exception {
        var repository = repository("polled");
        client.create("polled", Project.of(repository.scm("main"), POLLED));
        var query = "url=" + repository.url().replace("file://", "ssh://git@elsewhere.example") + ".git";

        assertThat(notice("url=" + repository.url()).body()).isEqualTo("Scheduled polling of polled\n");
        client.awaitEnd("polled", 1);
        notice("url=" + repository.url());
        client.await("job/polled/scmPollLog/", "No changes");
        assertThat(client.text("job/polled/scmPollLog/")).contains("already built by 1");
        repository.commit("README", "second", "Change it");
        notice("url=" + repository.url());
        client.awaitEnd("polled", 2);

        assertThat(client.console("polled", 2)).startsWith("Started by an SCM change\n");
        assertThat(notice(query).body()).startsWith("No git jobs using repository: ");
        assertThat(client.text("job/polled/api/json?tree=nextBuildNumber")).contains(":3");
    }

    @Test
    void notice_ofOtherBranchOrUnwilling_doesNothing() throws Exception {
        var repository = repository("unwilling");
        client.create("otherBranch", Project.of(repository.scm("release-*"), POLLED));
        client.create("unasked", Project.of(repository.scm("main")));
        client.create("deaf", Project.of(repository.scm("main"), POLLED.replace(">false<", ">true<")));
        client.create(
                "deafest",
                Project.of(
                        repository
                                .scm("main")
                                .replace(
                                        "<extensions/>",
                                        "<extensions><hudson.plugins.git.extensions.impl.IgnoreNotifyCommit/></extensions>"),
                        POLLED));
        client.create("off", Project.of("<disabled>true</disabled>", repository.scm("release-1"), POLLED));

        var answer = notice("url=" + repository.url() + "&branches=main,dev");

        assertThat(answer.body())
                .isEqualTo("No git jobs using repository: " + repository.url() + " and branches: main,dev\n");
        assertThat(answer.header("Triggered")).isEmpty();
        assertThat(notice("url=" + repository.url() + "&branches=release-1").body())
                .isEqualTo("Scheduled polling of otherBranch\n");
    }

    @Test
    void notice_tokenOrAddressIsWrong_isRefused() throws Exception {
        var stranger = SERVER.client();
        var url = "url=https://g.example/r.git";

        assertThat(stranger.get("git/notifyCommit?" + url))
                .returns(401, Answer::status)
                .satisfies(answer -> assertThat(answer.body()).startsWith("An access token is required"));
        assertThat(stranger.get("git/notifyCommit?" + url + "&token=0123456789abcdee"))
                .returns(403, Answer::status);
        assertThat(notice(url + "&sha1=main").body()).contains("Illegal SHA1");
        assertThat(notice("url=").body()).contains("Illegal URL: ");
        assertThat(notice("branches=a").status()).isEqualTo(400);
        assertThat(stranger.form("git/notifyCommit", url + "&token=" + TOKEN).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h/r%0d%0aTriggered:%20x, 400",
        "https://h/r%00, 400",
        "javascript:alert(1), 200",
        "--upload-pack=touch%20/tmp/x, 200",
        "ext::sh%20-c%20x, 200",
        "%3Cscript%3E, 200"
    })
    void notice_hostileAddress_isOnlyCompared(String url, int status) throws Exception {
        var answer = notice("url=" + url);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Triggered")).isEmpty();
        if (status == 200) {
            assertThat(answer.header("Content-Type")).startsWith("text/plain");
            assertThat(answer.body()).startsWith("No git jobs");
        }
    }

    @Test
    void notice_addressWithoutEnd_isRefused() throws Exception {
        assertThat(notice("url=https://h/" + "a".repeat(3_000)).status()).isEqualTo(400);
    }

    @Test
    void notice_manyJobs_namesTheFirstTen() throws Exception {
        var repository = repository("many");
        for (int i = 0; i < 12; i++) {
            client.create("many" + i, Project.of(repository.scm("main"), POLLED));
        }

        var triggered = notice("url=" + repository.url() + "&sha1=" + repository.head())
                .response()
                .headers()
                .allValues("Triggered");

        assertThat(triggered).hasSize(11).contains(SERVER.url() + "job/many0/").endsWith("<2 more>");
    }

    @Test
    void job_withGit_showsWhereItIs() throws Exception {
        var repository = repository("shown");
        client.create("shown", Project.of(repository.scm("main")));

        assertThat(client.text("job/shown/api/json")).contains("\"scm\":{\"_class\":\"hudson.plugins.git.GitSCM\"}");
        assertThat(client.text("job/shown/api/json?tree=scm[branches[*],userRemoteConfigs[*],type]"))
                .contains("\"branches\":[{\"name\":\"main\"}]", "\"url\":\"" + repository.url() + "\"");
        assertThat(Files.exists(SERVER.workspace("shown"))).isFalse();
    }
}
