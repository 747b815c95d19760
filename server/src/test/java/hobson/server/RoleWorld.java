package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects to ask about: some that stay, and for requests that may change them new ones each time. */
final class RoleWorld {
    private static final String ADMINISTRATOR = "administrator";
    private static final String SYSTEM = "credentials/store/system/";
    private static final String OF_FOLDER = "{folder}/credentials/";
    private static final String CREATE_CREDENTIAL = "domain/_/createCredentials";
    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)}");
    private static final String JOB = """
            <project><builders><hudson.tasks.Shell><command>echo hello > a.txt
            echo '&lt;testsuite name="of.C">&lt;testcase classname="of.C" name="t"/>&lt;/testsuite>' > r.xml</command>
            </hudson.tasks.Shell></builders>
            <publishers><hudson.tasks.junit.JUnitResultArchiver><testResults>r.xml</testResults>
            </hudson.tasks.junit.JUnitResultArchiver><hudson.tasks.ArtifactArchiver><artifacts>a.txt</artifacts><fingerprint>true</fingerprint>
            </hudson.tasks.ArtifactArchiver></publishers></project>""";
    private static final String FOLDER = "<com.cloudbees.hudson.plugins.folder.Folder/>";
    private static final Map<String, String> KINDS = Map.of(
            "folder",
            FOLDER,
            "pipeline",
            "<flow-definition/>",
            "matrix",
            """
            <matrix-project><axes><hudson.matrix.TextAxis><name>os</name><values><string>a</string></values>
            </hudson.matrix.TextAxis></axes></matrix-project>""",
            "external",
            "<hudson.model.ExternalJob/>",
            "polled",
            "<project><triggers><hudson.triggers.SCMTrigger><spec/></hudson.triggers.SCMTrigger></triggers></project>",
            "asked",
            """
            <project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
            <hudson.model.StringParameterDefinition><name>P</name></hudson.model.StringParameterDefinition>
            </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></project>""",
            "multibranch",
            "<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject/>",
            "organization",
            "<jenkins.branch.OrganizationFolder/>");
    private static final String NODE =
            "<slave><numExecutors>1</numExecutors><label>far</label><launcher class=\"hudson.slaves.JNLPLauncher\"/></slave>";
    private static final String VIEW =
            "<hudson.model.ListView><jobNames><string>shown</string></jobNames></hudson.model.ListView>";
    private static final String CREDENTIAL = """
            <com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl><scope>GLOBAL</scope>
            <id>%s</id><username>u</username><password>p</password>
            </com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>""";

    private static final Map<String, String> LASTING = Map.ofEntries(
            Map.entry("job", "shown"),
            Map.entry("build", "1"),
            Map.entry("view", "plans"),
            Map.entry("user", "somebody"),
            Map.entry("computer", "agent"),
            Map.entry("executor", "0"),
            Map.entry("label", "far"),
            Map.entry("md5", "b1946ac92492d2347c6235b4d2611184"), // of the artifact
            Map.entry("series", "queueLength"),
            Map.entry("domain", "_"),
            Map.entry("credential", "secret"),
            Map.entry("package", "of"),
            Map.entry("class", "C"),
            Map.entry("test", "t"),
            Map.entry("cell", "os=a"),
            Map.entry("site", "default"),
            Map.entry("plugin", "own"));

    private final RoleServer server;
    private final Path folder;
    private int made;

    /** @param folder for what is not the server's */
    RoleWorld(RoleServer server, Path folder) throws Exception {
        this.server = server;
        this.folder = folder;
        create("createItem?name=shown", JOB);
        build("shown", "build?delay=0sec");
        for (var kind : KINDS.entrySet()) {
            create("createItem?name=" + kind.getKey(), kind.getValue());
        }
        build("pipeline", "build?delay=0sec");
        build("asked", "buildWithParameters?delay=0sec");
        for (var owner : new String[] {"", "job/folder/", "user/somebody/my-views/"}) {
            create(owner + "createView?name=plans", VIEW);
        }
        create("computer/createItem?name=agent", NODE);
        create(SYSTEM + CREATE_CREDENTIAL, CREDENTIAL.formatted("secret"));
        create("job/folder/credentials/store/folder/" + CREATE_CREDENTIAL, CREDENTIAL.formatted("secret"));
        createOwn("secret", "plans");
        install("own");
        assertThat(server.ask(ADMINISTRATOR, "POST", "pluginManager/siteConfigure", "site=file:/nowhere/site.json")
                        .statusCode())
                .isEqualTo(302);
    }

    /** A credential and a view of each of those who have an account. */
    private void createOwn(String credential, String view) throws Exception {
        for (var role : RoleTable.ROLES) {
            if (!role.isEmpty()) {
                create(role, "me/credentials/store/user/" + CREATE_CREDENTIAL, CREDENTIAL.formatted(credential));
                create(role, "me/my-views/createView?name=" + view, VIEW);
            }
        }
    }

    private void install(String plugin) throws Exception {
        var jar = PluginJar.of(plugin, "1").greeting(folder, plugin, "Hello").bytes();
        assertThat(server.upload("pluginManager/uploadPlugin", plugin + ".jar", jar))
                .isEqualTo(302);
    }

    /** The template with objects in it, for a request that leaves them as they are. */
    String lasting(String template) throws Exception {
        return filled(template, template.contains("{item}") ? Map.of("item", waiting(job())) : Map.of());
    }

    /** The template with objects that nobody needs afterwards. */
    String passing(String template) throws Exception {
        var _ = server.ask(ADMINISTRATOR, "POST", "cancelQuietDown", "");
        made++;
        var job = job();
        var names = new HashMap<String, String>();
        names.put("job", job);
        names.put("new", "new" + made);
        if (template.contains("{build}")) {
            build(job, "build?delay=0sec");
        }
        if (template.contains("{item}")) {
            names.put("item", waiting(job));
        }
        for (var kind : KINDS.entrySet()) {
            if (template.contains("{" + kind.getKey() + "}")) {
                names.put(kind.getKey(), create("createItem?name=" + kind.getKey() + made, kind.getValue()));
            }
        }
        if (template.contains("{plugin}")) {
            names.put("plugin", "own" + made);
            install("own" + made);
        }
        if (template.startsWith("me/")) {
            createOwn("secret" + made, "view" + made);
        }
        if (template.contains("{computer}")) {
            names.put("computer", create("computer/createItem?name=agent" + made, NODE));
        }
        if (template.contains("{user}")) {
            names.put("user", user());
        }
        if (template.contains("{view}")) {
            names.put("view", "view" + made);
        }
        if (template.contains("{view}") && !template.startsWith("me/")) {
            var owner = filled(template.substring(0, template.indexOf("view/{view}")), names);
            create(owner + "createView?name=view" + made, VIEW);
        }
        if (template.contains("{credential}")) {
            names.put("credential", "secret" + made);
            int end = template.indexOf(OF_FOLDER) + OF_FOLDER.length();
            var store = isOfFolder(template) ? filled(template.substring(0, end), names) + "store/folder/" : SYSTEM;
            create(store + CREATE_CREDENTIAL, CREDENTIAL.formatted("secret" + made));
        }
        return filled(template, names);
    }

    private static String filled(String template, Map<String, String> names) {
        return CAPTURE.matcher(template).replaceAll(found -> {
            var capture = found.group(1);
            return Matcher.quoteReplacement(names.getOrDefault(capture, value(template, capture)));
        });
    }

    private static String value(String template, String capture) {
        if (template.startsWith("updateCenter/jobs/")) {
            return "0"; // where the installation of the plugin is
        }
        if (capture.equals("store")) {
            return isOfFolder(template)
                    ? "folder"
                    : template.matches("(?:me|user|securityRealm)/.*") ? "user" : "system";
        }
        return KINDS.containsKey(capture) ? capture : LASTING.getOrDefault(capture, "NO-VALUE-FOR-" + capture);
    }

    private static boolean isOfFolder(String template) {
        return template.contains(OF_FOLDER);
    }

    private String job() throws Exception {
        return create("createItem?name=job" + ++made, "<project/>");
    }

    /** @return the name in the query */
    private String create(String path, String document) throws Exception {
        return create(ADMINISTRATOR, path, document);
    }

    private String create(String user, String path, String document) throws Exception {
        var answer = server.ask(user, "POST", path, document);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return path.substring(path.indexOf('=') + 1);
    }

    private void build(String job, String action) throws Exception {
        var _ = server.ask(ADMINISTRATOR, "POST", "job/" + job + "/" + action, "");
        var address = "job/" + job + "/api/json?tree=lastBuild[inProgress]";
        while (!server.ask(ADMINISTRATOR, "GET", address, "").body().contains("\"inProgress\":false")) {
            Thread.onSpinWait();
        }
    }

    private String waiting(String job) throws Exception {
        var location = server.ask(ADMINISTRATOR, "POST", "job/" + job + "/build?delay=9000sec", "")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.replaceAll(".*/queue/item/(\\d+)/", "$1");
    }

    private String user() throws Exception {
        var form = "username=user" + made + "&password1=x&password2=x&fullname=&email=";
        var answer = server.ask(ADMINISTRATOR, "POST", "securityRealm/createAccountByAdmin", form);
        assertThat(answer.statusCode()).isEqualTo(302);
        return "user" + made;
    }
}
