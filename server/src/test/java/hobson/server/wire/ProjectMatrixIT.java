package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Permissions that jobs and folders give themselves ({@code security.md §8.2}). */
class ProjectMatrixIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm:
                local:
                  users:
                    - {id: admin, password: admins}
                    - {id: bob, password: bobs}
              authorizationStrategy:
                projectMatrix:
                  permissions:
                    - "USER:Overall/Administer:admin"
                    - "GROUP:Overall/Read:authenticated"
            """);

    private static final String FOLDER = "com.cloudbees.hudson.plugins.folder.Folder";
    private static final String INHERITANCE = "org.jenkinsci.plugins.matrixauth.inheritance.";
    private static WireClient admin = new WireClient("");
    private static WireClient bob = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        admin = SERVER.client().as("admin", "admins").withCrumb();
        bob = SERVER.client().as("bob", "bobs").withCrumb();
    }

    private static String grants(String property, String inheritance, String... permissions) {
        var xml = new StringBuilder("<properties><" + property + ">");
        xml.append("<inheritanceStrategy class=\"")
                .append(INHERITANCE)
                .append(inheritance)
                .append("\"/>");
        for (var permission : permissions) {
            xml.append("<permission>USER:hudson.model.Item.").append(permission).append(":bob</permission>");
        }
        return xml + "</" + property + "></properties>";
    }

    private static String job(String inheritance, String... permissions) {
        return "<project>" + grants("hudson.security.AuthorizationMatrixProperty", inheritance, permissions)
                + "</project>";
    }

    private static String folder(String inheritance, String... permissions) {
        var property = "com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty";
        return "<" + FOLDER + ">" + grants(property, inheritance, permissions) + "</" + FOLDER + ">";
    }

    private static void created(String path, String name, String document) throws Exception {
        var answer = admin.post(path + "createItem?name=" + name, XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static int read(String path) throws Exception {
        return bob.get(path + "api/json").status();
    }

    @Test
    void job_thatGrants_isSeenAndBuiltByThoseItGrantsItTo() throws Exception {
        created("", "hidden", "<project/>");
        created("", "shown", job("InheritParentStrategy", "Read", "Build"));
        created("", "discovered", job("InheritParentStrategy", "Discover"));

        assertThat(bob.text("api/json?tree=jobs[name]")).contains("shown").doesNotContain("hidden", "discovered");
        assertThat(read("job/hidden/")).isEqualTo(404);
        assertThat(read("job/discovered/")).isEqualTo(403);
        assertThat(bob.post("job/shown/build").status()).isEqualTo(201);
        assertThat(bob.post("job/hidden/build").status()).isEqualTo(404);
        var refused = bob.post("job/shown/doDelete");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("X-Required-Permission")).isEqualTo("hudson.model.Item.Delete");
    }

    @Test
    void nested_isReadableOnlyThroughItsFolder() throws Exception {
        created("", "closed", folder("InheritParentStrategy"));
        created("job/closed/", "own", job("InheritParentStrategy", "Read", "Configure"));
        created("", "open", folder("InheritParentStrategy", "Read", "Create"));
        created("job/open/", "inherits", "<project/>");
        created("job/open/", "alone", job("NonInheritingStrategy", "Build"));

        assertThat(read("job/closed/job/own/")).isEqualTo(404);
        assertThat(read("job/open/job/inherits/")).isEqualTo(200);
        assertThat(read("job/open/job/alone/")).isEqualTo(404);
        assertThat(bob.text("job/open/api/json?tree=jobs[name]"))
                .contains("inherits")
                .doesNotContain("alone");
        assertThat(bob.post("job/open/createItem?name=new", XML, "<project/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(200);
        assertThat(bob.post("createItem?name=new", XML, "<project/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void folder_otherGrants_holdAtOnceForWhatIsInIt() throws Exception {
        created("", "changing", folder("InheritParentStrategy"));
        created("job/changing/", "job", "<project/>");
        assertThat(read("job/changing/job/job/")).isEqualTo(404);

        admin.post(
                "job/changing/config.xml",
                XML,
                folder("InheritParentStrategy", "Read").getBytes(UTF_8));
        assertThat(read("job/changing/job/job/")).isEqualTo(200);

        admin.form("createItem", "name=elsewhere&mode=" + FOLDER);
        admin.form("job/changing/job/job/move/move", "destination=/elsewhere");
        assertThat(read("job/elsewhere/job/job/")).isEqualTo(404);
    }

    @Test
    void createItem_byOneWhoCouldNotReadIt_isGrantedToThem() throws Exception {
        created("", "inbox", folder("NonInheritingStrategy", "Read", "Create"));

        assertThat(bob.post("job/inbox/createItem?name=mine", XML, "<project/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(200);

        assertThat(bob.get("job/inbox/job/mine/config.xml").status()).isEqualTo(200);
    }

    @Test
    void rename_toTheNameOfAHiddenJob_isRefusedWithoutAReason() throws Exception {
        created("", "plans", "<project/>");
        created("", "known", job("InheritParentStrategy", "Read"));
        created("", "renamed", job("InheritParentStrategy", "Read", "Configure"));

        for (var name : new String[] {"plans", "PLANS"}) {
            var answer = bob.form("job/renamed/confirmRename", "newName=" + name);

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.header("X-Error")).isEmpty();
            assertThat(answer.body()).doesNotContainIgnoringCase("plans").doesNotContain("in use");
        }
        assertThat(bob.form("job/renamed/confirmRename", "newName=known").header("X-Error"))
                .isEqualTo("The name  known  is already in use.");
    }
}
