package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds of users, nodes and folders, and the build lights: ann and bob start builds, rita may see the server and no job. */
class FeedsIT {
    @RegisterExtension
    static final WireServer SERVER =
            WireServer.of("ann: Overall/Administer", "bob: Overall/Administer", "rita: Overall/Read");

    private static WireClient ann = new WireClient("");

    @BeforeAll
    static void build() throws Exception {
        ann = SERVER.as("ann");
        var bob = SERVER.as("bob");
        ann.create("f", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        var inner = Project.of(shell("true")).getBytes(StandardCharsets.UTF_8);
        assertThat(ann.post("job/f/createItem?name=inner", WireClient.XML, inner)
                        .status())
                .isEqualTo(200);
        ann.create("top", Project.of(shell("[ $BUILD_NUMBER = 1 ]")));
        ann.build("f/job/inner", "build");
        ann.build("top", "build");
        bob.build("top", "build");
        bob.build("top", "build");
    }

    private static List<String> titles(String path) throws Exception {
        return Pattern.compile("<entry><title>([^<]*)</title>")
                .matcher(ann.text(path))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void people_changesOfHiddenJobs_areNotTold() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("secret"));
        ann.create("secret", Project.of(repository.scm("main")));
        ann.build("secret", "build");
        repository.commit("README", "second", "Change it");
        ann.build("secret", "build");
        var rita = SERVER.client().as("rita", "pw");

        assertThat(ann.text("people/api/json")).contains("\"fullName\":\"Zoë Sample\"", "\"name\":\"secret\"");
        assertThat(rita.text("people/api/json"))
                .contains("\"fullName\":\"ann\"")
                .doesNotContain("Zoë", "secret");
        assertThat(rita.get("job/secret/rssChangelog").status()).isEqualTo(404);
        ann.post("job/secret/doDelete");
        assertThat(ann.text("people/api/json")).doesNotContain("Zoë");
    }

    @Test
    void user_feeds_haveWhatTheUserStarted() throws Exception {
        assertThat(titles("user/ann/rssAll")).containsExactly("top #1 (stable)", "f » inner #1 (stable)");
        assertThat(titles("user/bob/rssAll"))
                .containsExactly("top #3 (broken since build #2)", "top #2 (broken since this build)");
        assertThat(titles("user/bob/rssFailed")).containsExactly("top #2 (broken since this build)");
        assertThat(titles("user/bob/rssLatest")).containsExactly("top #3 (broken since build #2)");
        assertThat(titles("me/rssLatest")).containsExactly("f » inner #1 (stable)", "top #1 (stable)");
        assertThat(ann.text("user/bob/rssLatest"))
                .contains(
                        "<title>Jenkins:bob (latest builds)</title>",
                        "href=\"" + SERVER.url() + "user/bob/\"",
                        "<id>tag:hudson.dev.java.net,2008:" + SERVER.url() + "job/top/</id>");
    }

    @Test
    void user_readerOfNoJob_seesNoBuild() throws Exception {
        assertThat(SERVER.client().as("rita", "pw").text("user/bob/rssAll")).doesNotContain("<entry>");
        assertThat(SERVER.client().get("user/bob/rssAll").status()).isEqualTo(403);
        assertThat(SERVER.client().get("securityRealm/user/bob/rssAll").status())
                .isEqualTo(403);
        assertThat(ann.get("user/nobody/rssAll").status()).isEqualTo(404);
    }

    @Test
    void node_feeds_haveAllThatItRan() throws Exception {
        assertThat(titles("computer/(built-in)/rssAll")).hasSize(4);
        assertThat(titles("computer/(built-in)/rssFailed")).hasSize(2);
        assertThat(titles("computer/(built-in)/rssLatest"))
                .containsExactly("f » inner #1 (stable)", "top #3 (broken since build #2)");
        assertThat(ann.text("computer/(built-in)/rssLatest")).contains(":top:3</id>");
        assertThat(ann.get("computer/none/rssAll").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            job/f/rssAll    | Jenkins:All (all builds)    | f » inner #1 (stable)
            job/f/rssLatest | Jenkins:All (latest builds) | f » inner #1 (stable)
            job/f/rssFailed | Jenkins:All (failed builds) |
            rssLatest       | Jenkins:All (latest builds) | top #3 (broken since build #2)
            """)
    void view_feeds_haveTheJobsOfTheirOwner(String path, String title, String entry) throws Exception {
        assertThat(ann.text(path)).contains("<title>" + title + "</title>");
        assertThat(titles(path)).containsExactlyElementsOf(entry == null ? List.of() : List.of(entry));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cc.xml/                 | name="top"          | inner
            cc.xml/?recursive       | name="f » inner"    | nothing
            job/f/cc.xml/           | name="f » inner"    | name="top"
            job/f/cc.xml/?recursive | /job/f/job/inner/"  | name="top"
            """)
    void lights_recursive_showsAllBelow(String path, String shown, String hidden) throws Exception {
        assertThat(ann.text(path)).contains(shown).doesNotContain(hidden);
    }

    @ParameterizedTest
    @CsvSource({
        "cc.xml, 302",
        "job/f/cc.xml, 302",
        "job/top/cc.xml, 404",
        "job/top/rssLatest, 404",
        "view/none/cc.xml, 404"
    })
    void lights_address_leadsToTheSlash(String path, int status) throws Exception {
        assertThat(ann.get(path).status()).isEqualTo(status);
    }
}
