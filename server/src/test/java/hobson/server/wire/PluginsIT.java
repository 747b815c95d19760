package hobson.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.PluginJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PluginsIT {
    @RegisterExtension
    static final WireServer server = WireServer.open();

    private WireClient client;

    @BeforeEach
    void connect() throws Exception {
        client = server.client().withCrumb();
    }

    private Answer upload(String fileName, byte[] content) throws Exception {
        var head = "--b\r\nContent-Disposition: form-data; name=\"name\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var tail = "\r\n--b\r\nContent-Disposition: form-data; name=\"pluginUrl\"\r\n\r\n\r\n--b--\r\n";
        var body = head + new String(content, ISO_8859_1) + tail;
        return client.post("pluginManager/uploadPlugin", "multipart/form-data; boundary=b", body.getBytes(ISO_8859_1));
    }

    private PluginJar greeting(String name, String version, String word) throws Exception {
        return PluginJar.of(name, version).greeting(server.folder(), name, word);
    }

    private void install(PluginJar plugin) throws Exception {
        var answer = upload("any.jpi", plugin.bytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/pluginManager/updates/");
        assertThat(client.get("pluginManager/updates/").status()).isEqualTo(200);
    }

    /** A job whose only step is the plugin's. */
    private void createGreeter(String plugin) throws Exception {
        client.create(
                plugin,
                "<project><builders><" + plugin + ".Greet><whom>the world</whom></" + plugin
                        + ".Greet></builders></project>");
    }

    private String built(String job) throws Exception {
        return client.console(job, client.build(job, "build"));
    }

    private String plugin(String name, String tree) throws Exception {
        return client.text("pluginManager/plugin/" + name + "/api/json?tree=" + tree)
                .replaceFirst("\"_class\":\"[^\"]*\",", "");
    }

    @Test
    void schema_ofAPlugin_namesNoClassesOfThisServer() throws Exception {
        assertThat(client.text("pluginManager/plugin/junit/api/schema"))
                .contains(
                        "type=\"jenkins.YesNoMaybe\"",
                        "<xsd:simpleType name=\"jenkins.YesNoMaybe\">",
                        "value=\"MAYBE\"")
                .doesNotContain("hobson.");
    }

    @Test
    void upload_pluginWithBuilder_worksAtOnceUntilItIsDisabledOrGone() throws Exception {
        createGreeter("greets");
        var unknown = "does not know the build step <greets.Greet>";
        assertThat(built("greets")).contains(unknown, "Finished: FAILURE");

        install(greeting("greets", "1.0", "hello")
                .with("Long-Name", "Greetings")
                .file("style.css", "b{}".getBytes(UTF_8)));
        assertThat(built("greets")).contains("hello the world", "Finished: SUCCESS");
        assertThat(plugin("greets", "active,bundled,deleted,enabled,longName,shortName,version"))
                .isEqualTo("{\"active\":true,\"bundled\":false,\"deleted\":false,\"enabled\":true,"
                        + "\"longName\":\"Greetings\",\"shortName\":\"greets\",\"version\":\"1.0\"}");
        assertThat(client.text("updateCenter/installStatus")).contains("""
                {"name":"greets","version":"0","title":null,"installStatus":"Success","requiresRestart":"false"}""");
        assertThat(client.text("plugin/greets/style.css")).isEqualTo("b{}");
        assertThat(client.get("plugin/greets/META-INF/MANIFEST.MF").status()).isEqualTo(404);

        assertThat(client.post("pluginManager/plugin/greets/makeDisabled").status())
                .isEqualTo(200);
        assertThat(built("greets")).contains(unknown);
        assertThat(plugin("greets", "active,enabled")).isEqualTo("{\"active\":false,\"enabled\":false}");
        assertThat(client.post("pluginManager/plugin/greets/makeEnabled").status())
                .isEqualTo(200);
        assertThat(built("greets")).contains("hello the world");

        var gone = client.form("pluginManager/plugin/greets/doUninstall", "Submit=OK&json=%7B%7D");
        assertThat(gone.status()).isEqualTo(302);
        assertThat(gone.location()).isEqualTo("/manage/pluginManager/installed");
        assertThat(client.get("manage/pluginManager/installed").status()).isEqualTo(200);
        assertThat(built("greets")).contains(unknown);
        assertThat(plugin("greets", "active,deleted")).isEqualTo("{\"active\":false,\"deleted\":true}");
        assertThat(server.home().resolve("plugins/greets.jpi")).doesNotExist();
    }

    @Test
    void upload_exampleOfTheManual_worksAsItSays() throws Exception {
        var manual = Files.readString(Path.of("../docs/plugins.md"));
        var manifest = block(manual, "`manifest.txt`:\n\n```\n");
        var plugin = PluginJar.of("", "");
        manifest.lines().map(line -> line.split(": ", 2)).forEach(line -> plugin.with(line[0], line[1]));
        client.create("signs", block(manual, "```xml\n"));
        install(plugin.part(
                server.folder(), block(manual, "without parameters:\n\n```\n").strip(), block(manual, "```java\n")));

        assertThat(built("signs")).contains("signed by Zoë", "Finished: SUCCESS");
        assertThat(server.workspace("signs").resolve("signature.txt")).hasContent("signed by Zoë\n");
        assertThat(plugin("sign", "active,longName,version"))
                .isEqualTo("{\"active\":true,\"longName\":\"Sign Plugin\",\"version\":\"1.0\"}");
    }

    @Test
    void build_partsThatBreak_failTheBuildAlone() throws Exception {
        var reads = "List.of(Reading.of(Role.BUILDER, \"breaks.Step\", (e, n) -> { if (e.text().isEmpty())"
                + " throw new IllegalStateException(); return new Step(); }))";
        var plugin = PluginJar.of("breaks", "1.0").part(server.folder(), "breaks.Breaking", """
                package breaks;
                import hobson.parts.*;
                import hobson.engine.run.*;
                import java.util.List;
                public class Breaking implements Part {
                  public List<Reading<?>> reads() { return %s; }
                  record Step() implements BuildStep {
                    public String name() { return "Break"; }
                    public hobson.engine.build.Result perform(BuildContext context) { throw new NoClassDefFoundError("gone"); }
                  }
                }
                """.formatted(reads));
        install(plugin);
        client.create("breaks", "<project><builders><breaks.Step>x</breaks.Step></builders></project>");
        client.create("unread", "<project><builders><breaks.Step/></builders></project>");

        assertThat(built("breaks"))
                .contains("FATAL: gone", "Build step 'Break' marked build as failure", "Finished: FAILURE");
        assertThat(built("unread")).contains("does not know the build step <breaks.Step>");
    }

    private static String block(String manual, String before) {
        int start = manual.indexOf(before) + before.length();
        return manual.substring(start, manual.indexOf("```", start));
    }

    @Test
    void upload_newerThanLoaded_worksAfterRestart() throws Exception {
        createGreeter("updates");
        install(greeting("updates", "1.0", "hello"));
        install(greeting("updates", "1.1", "welcome"));

        assertThat(built("updates")).contains("hello the world");
        assertThat(plugin("updates", "backupVersion,downgradable,version"))
                .isEqualTo("{\"backupVersion\":\"1.0\",\"downgradable\":true,\"version\":\"1.0\"}");
        assertThat(client.text("updateCenter/installStatus"))
                .contains("\"installStatus\":\"SuccessButRequiresRestart\",\"requiresRestart\":\"true\"");
        assertThat(client.text("updateCenter/api/json?tree=restartRequiredForCompletion"))
                .contains("\"restartRequiredForCompletion\":true");

        assertThat(client.post("updateCenter/safeRestart").status()).isEqualTo(302);
        server.awaitRestart();
        client = server.client().withCrumb();
        client.await("updateCenter/api/json?tree=restartRequiredForCompletion", "false");
        assertThat(built("updates")).contains("welcome the world");
        assertThat(plugin("updates", "active,version")).isEqualTo("{\"active\":true,\"version\":\"1.1\"}");
    }

    @Test
    void upload_pluginForJenkins_namesWhatIsBuiltIn() throws Exception {
        var hpi = PluginJar.of("matrix-auth", "3.0")
                .with("Jenkins-Version", "2.400")
                .file("WEB-INF/lib/a.jar", new byte[9]);
        var known = upload("matrix-auth.hpi", hpi.bytes());
        var unknown = upload(
                "ant.hpi",
                PluginJar.of("ant", "1.0").with("Jenkins-Version", "2.400").bytes());

        assertThat(known.status()).isEqualTo(422);
        assertThat(known.header("X-Error"))
                .contains(
                        "matrix-auth",
                        "is a plugin for Jenkins",
                        "built in here as",
                        "Matrix Authorization Strategy Plugin");
        assertThat(unknown.header("X-Error")).contains("is a plugin for Jenkins", "nothing that is built in");
        assertThat(client.text("updateCenter/api/json?depth=1&tree=jobs[errorMessage,name,status[success,type]]"))
                .contains("‘ant’ is a plugin for Jenkins", "\"success\":false,\"type\":\"Failure\"");
    }

    @Test
    void upload_whatCannotBe_isRefusedAndLeavesNothing() throws Exception {
        var good = greeting("broken", "1.0", "hello").bytes();
        assertThat(upload("readme.txt", good).header("X-Error")).isEqualTo("readme.txt is not a Jenkins plugin");
        assertThat(upload("", good).location()).isEqualTo("/pluginManager/advanced");

        var damaged = good.clone();
        for (int i = 200; i < 260; i++) {
            damaged[i] ^= 0x55;
        }
        assertRefused(damaged, "");
        assertRefused(Arrays.copyOf(good, good.length / 2), "it is damaged");
        assertRefused("no jar".getBytes(UTF_8), "it is damaged");
        assertRefused(
                greeting("broken", "1.0", "x").with("Short-Name", "../broken").bytes(), "is no name for a plugin");
        assertRefused(greeting("broken", "1.0", "x").file("../x", new byte[1]).bytes(), "leads out of it");
        assertRefused(
                greeting("broken", "1.0", "x")
                        .file("hobson/parts/X.class", new byte[1])
                        .bytes(),
                "classes of the server");
        assertRefused(
                greeting("broken", "1.0", "x").with("Jenkins-Version", "9.0").bytes(), "needs a server of version 9.0");
        assertRefused(
                greeting("broken", "1.0", "x")
                        .with("Plugin-Dependencies", "other:2.0")
                        .bytes(),
                "2.0, which is not installed");
        assertRefused(
                greeting("broken", "1.0", "x").with("Short-Name", "matrix-auth").bytes(), "is built in");
        assertRefused(
                PluginJar.of("broken", "1.0")
                        .file("META-INF/services/hobson.parts.Part", "no.Such".getBytes(UTF_8))
                        .bytes(),
                "no.Such");
        assertThat(client.get("pluginManager/plugin/broken/api/json").status()).isEqualTo(404);
        assertThat(server.home().resolve("plugins/broken.jpi")).doesNotExist();
        try (var files = Files.list(server.home().resolve("updates"))) {
            assertThat(files).isEmpty();
        }
    }

    private void assertRefused(byte[] plugin, String sentence) throws Exception {
        var answer = upload("broken.jpi", plugin);
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
        assertThat(answer.header("X-Error")).contains(sentence);
    }

    @Test
    void upload_elementThatIsTaken_isRefused() throws Exception {
        install(greeting("taken", "1.0", "hello"));
        var other = PluginJar.of("taker", "1.0")
                .greeting(server.folder(), "taken", "hi")
                .bytes();

        assertThat(upload("taker.jpi", other).status()).isEqualTo(409);
        assertThat(client.get("pluginManager/plugin/taker/api/json").status()).isEqualTo(404);
        createGreeter("taken");
        assertThat(built("taken")).contains("hello the world");
    }

    @Test
    void disable_whatAnotherNeeds_isRefused() throws Exception {
        install(greeting("base", "1.5", "hello"));
        install(greeting("above", "1.0", "hi").with("Plugin-Dependencies", "base:1.2,absent:1;resolution:=optional"));

        assertThat(client.post("pluginManager/plugin/base/makeDisabled").status())
                .isEqualTo(409);
        assertThat(client.text("pluginManager/plugin/above/api/json?depth=1")).contains("""
                "dependencies":[{"optional":false,"shortName":"base","version":"1.2"},\
                {"optional":true,"shortName":"absent","version":"1"}]""");
        assertThat(client.post("pluginManager/plugin/above/doUninstall").status())
                .isEqualTo(302);
        assertThat(client.post("pluginManager/plugin/base/makeDisabled").status())
                .isEqualTo(200);
    }

    @Test
    void list_everyBuiltIn_hasNamesVersionAndNoWayOut() throws Exception {
        assertThat(client.text("pluginManager/api/json"))
                .startsWith("{\"_class\":\"hudson.LocalPluginManager\",\"plugins\":[{}");
        assertThat(client.text("pluginManager/api/json?depth=1")).contains("""
                {"active":true,"backupVersion":null,"bundled":true,"deleted":false,"dependencies":[],"detached":false,\
                "downgradable":false,"enabled":true,"hasUpdate":false,"longName":"Matrix Authorization Strategy Plugin",\
                "pinned":false,"requiredCoreVersion":"2.462","shortName":"matrix-auth","supportsDynamicLoad":"MAYBE",\
                "url":"https://plugins.jenkins.io/matrix-auth","version":"3.2.2"}""");
        assertThat(client.text("pluginManager/api/xml?depth=1&xpath=//plugin[shortName='matrix-auth']/version"))
                .isEqualTo("<version>3.2.2</version>");
        assertThat(client.post("pluginManager/plugin/matrix-auth/makeDisabled").status())
                .isEqualTo(409);
        assertThat(client.post("pluginManager/plugin/matrix-auth/unpin").status())
                .isEqualTo(200);
        assertThat(client.get("pluginManager/plugin/matrix-auth/unpin").status())
                .isEqualTo(405);
        assertThat(client.post("pluginManager/plugin/matrix-auth/downgrade").status())
                .isEqualTo(404);
        assertThat(client.get("pluginManager/plugin/absent/").status()).isEqualTo(404);
        assertThat(client.get("pluginManager/plugin/matrix-auth/").status()).isEqualTo(200);
        assertThat(client.get("pluginManager/").status()).isEqualTo(200);
        assertThat(client.get("pluginManager/advanced").status()).isEqualTo(200);
        assertThat(client.text("pluginManager/plugins"))
                .startsWith("{\"status\":\"ok\",\"data\":[{\"installed\":true,\"name\":");
    }

    @Test
    void installNecessary_builtInAndUnknown_tellsWhatCameOfIt() throws Exception {
        var document =
                "<jenkins><install plugin=\"matrix-auth@latest\"/><x plugin=\"absent@1.2\"/></jenkins>".getBytes(UTF_8);
        var answer = client.post("pluginManager/installNecessaryPlugins", "text/xml", document);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/pluginManager/updates/");
        assertThat(client.post("pluginManager/updates/", "text/xml", document).status())
                .isEqualTo(200);
        assertThat(client.text("updateCenter/installStatus"))
                .contains(
                        "{\"name\":\"matrix-auth\",\"version\":\"3.2.2\",\"title\":\"Matrix Authorization Strategy Plugin\","
                                + "\"installStatus\":\"Success\",\"requiresRestart\":\"false\"}",
                        "{\"name\":\"absent\",\"version\":\"1.2\",\"title\":null,\"installStatus\":\"Failure\","
                                + "\"requiresRestart\":\"false\"}");
        assertThat(client.text("updateCenter/api/json?tree=jobs[errorMessage]"))
                .contains("‘absent’ 1.2 cannot be installed: it is not built in, and no update site has it.");
        assertThat(client.post("pluginManager/prevalidateConfig", "text/xml", document)
                        .body())
                .isEqualTo("[{\"name\":\"absent\",\"version\":\"1.2\",\"mode\":\"missing\"}]");
        assertThat(client.post("pluginManager/installNecessaryPlugins", "text/xml", "<a plugin=\"b\"/>".getBytes(UTF_8))
                        .status())
                .isEqualTo(400);
        var external = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a plugin=\"b@1\"/>";
        assertThat(client.post("pluginManager/installNecessaryPlugins", "text/xml", external.getBytes(UTF_8))
                        .status())
                .isEqualTo(400);
    }
}
