package hobson.server.wire;

import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.Project.string;
import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /openapi.json}, compared with what the server answers. */
class OpenApiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "#/components/schemas/";
    private static final String MD5_OF_A = "7fc56270e7a70fa81a5935b72eacbe29";

    private static final String FINGERPRINTED = "<publishers><hudson.tasks.ArtifactArchiver><artifacts>a</artifacts>"
            + "<fingerprint>true</fingerprint></hudson.tasks.ArtifactArchiver></publishers>";

    /** What stands in a path for a parameter, so that something is there. */
    private static final Map<String, String> SAMPLES = Map.of(
            "job", "built",
            "build", "1",
            "view", "v",
            "item", "1",
            "computer", "(built-in)",
            "executor", "0",
            "label", "built-in",
            "user", "ann",
            "series", "busyExecutors",
            "md5", MD5_OF_A);

    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static WireClient client = new WireClient("");
    private static JsonNode document = JSON.nullNode();

    @BeforeAll
    static void build() throws Exception {
        client = SERVER.client().withCrumb();
        client.create("built", Project.of(parameters(string("P", "v")), shell("printf A > a; echo $P"), FINGERPRINTED));
        client.build("built", "buildWithParameters?P=x");
        client.create("failed", Project.of(shell("exit 1")));
        client.build("failed", "build");
        client.create("queued", Project.of());
        client.post("job/queued/build?delay=3600sec");
        client.post("createView?name=v", XML, "<hudson.model.ListView/>".getBytes(UTF_8));
        document = JSON.readTree(client.get("openapi.json").bytes());
    }

    @Test
    void document_itself_holdsTogether() {
        var operations = new ArrayList<String>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(operation.getValue().get("operationId").stringValue());
                assertThat(parametersIn(operation.getValue())).as(path.getKey()).isEqualTo(namesIn(path.getKey()));
            }
        }
        assertThat(operations).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        for (var reference : document.findValuesAsString("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static java.util.Set<String> namesIn(String path) {
        return Pattern.compile("\\{(.*?)\\}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
    }

    private static java.util.Set<String> parametersIn(JsonNode operation) {
        var names = new HashSet<String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("in").asString("").equals("path"))
                names.add(parameter.get("name").stringValue());
        }
        return names;
    }

    @Test
    void liveAnswers_everyObjectThatIsThere_areAsDescribed() throws Exception {
        var checked = new TreeSet<String>();
        for (var path : document.get("paths").properties()) {
            if (!path.getKey().endsWith("/api/json") || !SAMPLES.keySet().containsAll(namesIn(path.getKey()))) continue;
            var schema = path.getValue().at("/get/responses/200/content/application~1json/schema");
            for (var depth : List.of("0", "2")) {
                var answer = client.get(filled(path.getKey()).substring(1) + "?depth=" + depth);
                if (answer.status() != 200) continue;
                checked.add(path.getKey());
                assertThat(violations(schema, answer))
                        .as(path.getKey() + " " + answer.body())
                        .isEmpty();
            }
        }
        assertThat(checked)
                .contains(
                        "/api/json",
                        "/job/{job}/api/json",
                        "/job/{job}/{build}/api/json",
                        "/view/{view}/job/{job}/{build}/api/json",
                        "/queue/api/json",
                        "/queue/item/{item}/api/json",
                        "/computer/api/json",
                        "/computer/{computer}/api/json",
                        "/label/{label}/api/json",
                        "/fingerprint/{md5}/api/json",
                        "/overallLoad/api/json",
                        "/view/{view}/api/json",
                        "/whoAmI/api/json");
    }

    private static String filled(String path) {
        var filled = path;
        for (var sample : SAMPLES.entrySet()) filled = filled.replace("{" + sample.getKey() + "}", sample.getValue());
        return filled;
    }

    /** Also of a class that the document does not know. */
    private static List<?> violations(JsonNode schema, Answer answer) {
        var root = (ObjectNode) JSON.readTree(schema.toString().replace(PLACE, "#/$defs/"));
        root.set(
                "$defs",
                JSON.readTree(document.at("/components/schemas").toString().replace(PLACE, "#/$defs/")));
        var body = JSON.readTree(answer.bytes());
        var violations = new ArrayList<Object>(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root)
                .validate(body));
        for (var className : body.findValuesAsString("_class")) {
            if (!document.at("/components/schemas").has(className.replace('$', '-'))) violations.add(className);
        }
        return violations;
    }

    @Test
    void validation_wrongAnswers_areFound() throws Exception {
        var schema = JSON.readTree("{\"$ref\":\"" + PLACE + "hudson.model.FreeStyleProject\"}");

        assertThat(violations(schema, client.get("job/built/api/json"))).isEmpty();
        assertThat(violations(schema, client.get("job/built/1/api/json"))).isNotEmpty();
    }
}
