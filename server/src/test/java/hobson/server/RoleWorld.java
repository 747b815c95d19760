package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects to ask about: some that stay, and for requests that may change them new ones each time. */
final class RoleWorld {
    private static final String ADMINISTRATOR = "administrator";
    private static final Pattern CAPTURE = Pattern.compile("\\{(\\w+)}");
    private static final String JOB = """
            <project><builders><hudson.tasks.Shell><command>echo hello > a.txt</command></hudson.tasks.Shell></builders>
            <publishers><hudson.tasks.ArtifactArchiver><artifacts>a.txt</artifacts><fingerprint>true</fingerprint>
            </hudson.tasks.ArtifactArchiver></publishers></project>""";
    private static final String FOLDER = "<com.cloudbees.hudson.plugins.folder.Folder/>";
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
            Map.entry("folder", "folder"),
            Map.entry("build", "1"),
            Map.entry("view", "plans"),
            Map.entry("user", "somebody"),
            Map.entry("computer", "agent"),
            Map.entry("executor", "0"),
            Map.entry("label", "far"),
            Map.entry("md5", "b1946ac92492d2347c6235b4d2611184"), // of the artifact
            Map.entry("series", "queueLength"),
            Map.entry("domain", "_"),
            Map.entry("credential", "secret"));

    private final RoleServer server;
    private int made;

    RoleWorld(RoleServer server) throws Exception {
        this.server = server;
        create("createItem?name=shown", JOB);
        build("shown");
        create("createItem?name=folder", FOLDER);
        for (var owner : new String[] {"", "job/folder/", "user/somebody/my-views/"}) {
            create(owner + "createView?name=plans", VIEW);
        }
        create("computer/createItem?name=agent", NODE);
        create("credentials/store/system/domain/_/createCredentials", CREDENTIAL.formatted("secret"));
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
            build(job);
        }
        if (template.contains("{item}")) {
            names.put("item", waiting(job));
        }
        if (template.contains("{folder}")) {
            names.put("folder", create("createItem?name=folder" + made, FOLDER));
        }
        if (template.contains("{computer}")) {
            names.put("computer", create("computer/createItem?name=agent" + made, NODE));
        }
        if (template.contains("{user}")) {
            names.put("user", user());
        }
        if (template.contains("{view}")) {
            var owner = filled(template.substring(0, template.indexOf("view/{view}")), names);
            names.put("view", create(owner + "createView?name=view" + made, VIEW));
        }
        if (template.contains("{credential}")) {
            create("credentials/store/system/domain/_/createCredentials", CREDENTIAL.formatted("secret" + made));
            names.put("credential", "secret" + made);
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
        if (capture.equals("store")) {
            return template.startsWith("job/")
                    ? "folder"
                    : template.matches("(?:me|user|securityRealm)/.*") ? "user" : "system";
        }
        return LASTING.getOrDefault(capture, "NO-VALUE-FOR-" + capture);
    }

    private String job() throws Exception {
        return create("createItem?name=job" + ++made, "<project/>");
    }

    /** @return the name in the query */
    private String create(String path, String document) throws Exception {
        var answer = server.ask(ADMINISTRATOR, "POST", path, document);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return path.substring(path.indexOf('=') + 1);
    }

    private void build(String job) throws Exception {
        var _ = server.ask(ADMINISTRATOR, "POST", "job/" + job + "/build?delay=0sec", "");
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
