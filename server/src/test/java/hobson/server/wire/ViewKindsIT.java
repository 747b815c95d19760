package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Views of every kind, wherever they are. */
class ViewKindsIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              securityRealm:
                local:
                  users:
                    - {id: alice, password: alices}
                    - {id: bob, password: bobs}
              authorizationStrategy:
                globalMatrix:
                  permissions:
                    - "USER:Overall/Administer:alice"
                    - "USER:Overall/Read:bob"
                    - "USER:Job/Read:bob"
            """);

    private static final String FORM = "&json=%7B%7D&mode=";
    private static WireClient alice = new WireClient("");
    private static WireClient bob = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        alice = SERVER.client().as("alice", "alices").withCrumb();
        bob = SERVER.client().as("bob", "bobs").withCrumb();
        alice.create("app", Project.of());
        alice.create("off", Project.of("<disabled>true</disabled>"));
    }

    private static void view(WireClient client, String place, String name, String document) throws Exception {
        var answer = client.post(place + "createView?name=" + name, XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static String names(WireClient client, String view) throws Exception {
        return client.text(view + "api/json?tree=jobs[fullName]")
                .replaceAll(".*\"jobs\":|\"_class\":\"[^\"]*\",|\"fullName\":|[{}\"]", "");
    }

    @Test
    void createItem_throughAListView_isListedThere() throws Exception {
        view(alice, "", "desk", "<hudson.model.ListView/>");

        alice.post("view/desk/createItem?name=posted", XML, "<project/>".getBytes(UTF_8));
        var formed = alice.form("view/desk/createItem", "name=formed&mode=hudson.model.FreeStyleProject");
        alice.form(
                "view/desk/createItem",
                "name=elsewhere&mode=hudson.model.FreeStyleProject&json=%7B%22addToCurrentView%22%3Afalse%7D");

        assertThat(formed.location()).isEqualTo("/view/desk/job/formed/configure");
        assertThat(names(alice, "view/desk/")).isEqualTo("[formed,posted]");
    }

    @Test
    void nestedView_holdsViewsOfItsOwn() throws Exception {
        alice.form("createView", "name=team" + FORM + "hudson.plugins.nested_view.NestedView");
        view(
                alice,
                "view/team/",
                "apps",
                "<hudson.model.ListView><includeRegex>a.*</includeRegex></hudson.model.ListView>");

        assertThat(names(alice, "view/team/view/apps/")).isEqualTo("[app]");
        assertThat(alice.text("view/team/api/json?tree=views[name,url]"))
                .contains("hudson.plugins.nested_view.NestedView", "\"name\":\"apps\"", "/view/team/view/apps/");
        assertThat(alice.text("view/team/config.xml"))
                .contains("<hudson.plugins.nested__view.NestedView>", "<includeRegex>a.*</includeRegex>");
        assertThat(alice.form("view/team/view/apps/doDelete", "").status()).isEqualTo(302);
        assertThat(alice.get("view/team/view/apps/api/json").status()).isEqualTo(404);
    }

    @Test
    void myViews_areTheirOwnersAlone() throws Exception {
        view(
                bob,
                "me/my-views/",
                "own",
                "<hudson.model.ListView><jobNames><string>app</string></jobNames></hudson.model.ListView>");

        assertThat(names(bob, "user/bob/my-views/view/own/")).isEqualTo("[app]");
        assertThat(names(bob, "me/my-views/view/all/")).contains("app");
        assertThat(names(alice, "user/bob/my-views/view/own/")).isEqualTo("[app]");
        assertThat(bob.post("user/alice/my-views/createView?name=x", XML, "<hudson.model.ListView/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(bob.post("createView?name=x", XML, "<hudson.model.ListView/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(alice.get("view/own/api/json").status()).isEqualTo(404);
    }

    @Test
    void myViews_ofNobody_areNotMade() throws Exception {
        assertThat(alice.post("user/nobody/my-views/createView?name=x", XML, "<hudson.model.ListView/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(404);
        assertThat(alice.form("user/nobody/my-views/view/all/submitDescription", "description=d")
                        .status())
                .isEqualTo(404);
        assertThat(alice.get("user/nobody/my-views/view/x/api/json").status()).isEqualTo(404);
    }

    /** What stays in memory must be small, and what is written must be read when the server starts again. */
    @Test
    void myViews_tooManyOrTooLarge_areRefused() throws Exception {
        var names = new StringBuilder();
        for (int i = 0; i < 1_500; i++) {
            names.append("<%s").append(i).append("/>");
        }
        var kinds = "<hudson.model.ListView><jobFilters>" + names + "</jobFilters></hudson.model.ListView>";
        view(bob, "me/my-views/", "kinds", kinds.replace("%s", "a"));
        assertRefused("other", kinds.replace("%s", "b"));

        var large =
                "<hudson.model.ListView><description>" + "d".repeat(600_000) + "</description></hudson.model.ListView>";
        view(bob, "me/my-views/", "large", large);
        assertRefused("larger", large);

        var nested = "<hudson.plugins.nested__view.NestedView><views>";
        var inner = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            inner.append("<hudson.model.ListView><name>n").append(i).append("</name></hudson.model.ListView>");
        }
        assertRefused("many", nested + inner + "</views></hudson.plugins.nested__view.NestedView>");

        bob.form("me/my-views/view/kinds/doDelete", "");
        view(bob, "me/my-views/", "kinds", kinds.replace("%s", "b"));
    }

    private static void assertRefused(String name, String document) throws Exception {
        assertThat(bob.post("me/my-views/createView?name=" + name, XML, document.getBytes(UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(bob.get("me/my-views/view/" + name + "/api/json").status()).isEqualTo(404);
    }

    @Test
    void myView_showsWhatTheCallerMayConfigure() throws Exception {
        alice.form("createView", "name=mine" + FORM + "hudson.model.MyView");
        alice.form("createView", "name=through" + FORM + "hudson.model.ProxyView");
        alice.form(
                "view/through/configSubmit",
                "json=%7B%22name%22%3A%22through%22%2C%22proxiedViewName%22%3A%22mine%22%7D");

        assertThat(names(alice, "view/mine/")).contains("app");
        assertThat(names(alice, "view/through/")).contains("app");
        assertThat(bob.get("view/mine/api/json").status()).isEqualTo(404);
    }

    @Test
    void configSubmit_asClientsSendIt_isTheViewAfterwards() throws Exception {
        view(alice, "", "form", "<hudson.model.ListView/>");

        var answer = alice.form(
                "view/form/configSubmit",
                "name=formed&item_app=on&item_off=on&statusFilter=1&recurse=on&useincluderegex=on&includeRegex=zz.*"
                        + "&json=%7B%22name%22%3A%22formed%22%2C%22description%22%3A%22d%22%2C%22columns%22%3A%5B%7B%22stapler-class%22"
                        + "%3A%22hudson.views.JobColumn%22%7D%5D%7D");

        assertThat(answer.location()).isEqualTo("/view/formed");
        assertThat(names(alice, "view/formed/")).isEqualTo("[app]");
        assertThat(alice.text("view/formed/config.xml"))
                .contains(
                        "<description>d</description>",
                        "<includeRegex>zz.*</includeRegex>",
                        "<hudson.views.JobColumn/>")
                .doesNotContain("StatusColumn");
    }

    @Test
    void delete_theLastView_isRefused() throws Exception {
        alice.form("createItem", "name=lone&mode=com.cloudbees.hudson.plugins.folder.Folder");

        assertThat(alice.form("job/lone/view/All/doDelete", "").status()).isEqualTo(400);
        view(alice, "job/lone/", "next", "<hudson.model.ListView/>");
        assertThat(alice.form("job/lone/view/All/doDelete", "").status()).isEqualTo(302);
        assertThat(alice.text("job/lone/api/json?tree=primaryView[name,url]")).contains("next", "job/lone/\"");
    }
}
