package hobson.server.wire;

import static hobson.server.wire.Project.parameter;
import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.WireClient.Part.field;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.wire.WireClient.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that come with a trigger end in the workspace, and nowhere else. */
class FileParametersIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins: {authorizationStrategy: unsecured, quietPeriod: 0, numExecutors: 4}
            hobson: {uploadLimit: 5000}
            """);

    private static final String NOW = "?delay=0sec";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void login() throws Exception {
        client = SERVER.client().with("Prefer", "wait=60").withCrumb();
    }

    private static void create(String job, String parameter) throws Exception {
        client.create(job, Project.of(parameters(parameter("File", parameter, "")), shell("cat '" + parameter + "'")));
    }

    private static String consoleOf(String job, Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        client.awaitEnd(job, answer.build());
        return client.console(job, answer.build());
    }

    @Test
    void part_namedLikeTheParameter_isInTheWorkspace() throws Exception {
        create("named", "data/in.txt");

        var answer =
                client.multipart("job/named/buildWithParameters" + NOW, new Part("data/in.txt", "mine.txt", "of me"));

        assertThat(consoleOf("named", answer)).contains("Copying file to data/in.txt", "of me", "Finished: SUCCESS");
        assertThat(client.text("job/named/1/api/json?depth=2")).contains("\"name\":\"data/in.txt\"");
    }

    @Test
    void part_namedInTheForm_isInTheWorkspace() throws Exception {
        create("formed", "F");
        var json = field("json", "{\"parameter\":[{\"name\":\"F\",\"file\":\"file0\"}]}");

        var answer = client.multipart("job/formed/build" + NOW, json, new Part("file0", "f.bin", "zero"));

        assertThat(consoleOf("formed", answer)).contains("zero", "Finished: SUCCESS");
    }

    @Test
    void form_partThatItNamesIsMissing_isRefused() throws Exception {
        create("missing", "F");

        var answer = client.multipart(
                "job/missing/build" + NOW, field("json", "{\"parameter\":[{\"name\":\"F\",\"file\":\"file0\"}]}"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains("Cannot retrieve the parameter value: F");
    }

    @Test
    void trigger_withoutTheFile_buildsWithoutIt() throws Exception {
        client.create("absent", Project.of(parameters(parameter("File", "F", "")), shell("ls -A; echo ended")));

        var answer = client.post("job/absent/buildWithParameters" + NOW);

        assertThat(consoleOf("absent", answer)).contains("ended").doesNotContain("Copying file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../evil", "/etc/evil", "C:\\\\dir\\\\evil", "a/../evil", "Größe ☃.txt"})
    void fileName_withAPath_decidesNothing(String fileName) throws Exception {
        var job = "path" + fileName.hashCode();
        client.create(job, Project.of(parameters(parameter("File", "F", "")), shell("ls -A; cat F")));

        var answer =
                client.multipart("job/" + job + "/buildWithParameters" + NOW, new Part("F", fileName, "kept in F"));

        assertThat(consoleOf(job, answer)).contains("kept in F", "Finished: SUCCESS");
        assertThat(client.text("job/" + job + "/1/api/json?depth=2")).doesNotContain("..");
        assertThat(client.text("job/" + job + "/ws/*plain*")).isEqualToIgnoringNewLines("F");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/tmp/hobson-evil", "a/../../evil", "..", ".", "a/..", "..\\evil"})
    void parameterName_outsideTheWorkspace_writesNothing(String name) throws Exception {
        var job = "outside" + name.hashCode();
        client.create(job, Project.of(parameters(parameter("File", name, "")), shell("true")));

        var answer = client.multipart("job/" + job + "/buildWithParameters", new Part(name, "f", "evil"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(SERVER.home().resolve("workspace/evil")).doesNotExist();
        assertThat(Path.of("/tmp/hobson-evil")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "linkedfolder, link/in.txt, link, .",
        "linkedfile, link, link, in.txt",
        "deep, a/link/b/in.txt, a/link, ."
    })
    void workspace_linkInIt_isNotFollowed(String job, String parameter, String link, String target) throws Exception {
        var outside = Files.createDirectories(SERVER.folder().resolve("outside-" + job));
        var precious = Files.writeString(outside.resolve("in.txt"), "precious");
        create(job, parameter);
        var place = SERVER.workspace(job).resolve(link);
        Files.createDirectories(place.getParent());
        Files.createSymbolicLink(place, outside.resolve(target));

        var answer = client.multipart("job/" + job + "/buildWithParameters" + NOW, new Part(parameter, "f", "evil"));

        consoleOf(job, answer);
        assertThat(precious).hasContent("precious");
        try (var files = Files.list(outside)) {
            assertThat(files).containsExactly(precious);
        }
    }

    @Test
    void sameFileAgain_isNeverFolded() throws Exception {
        create("twice", "F");
        var later = "job/twice/buildWithParameters?delay=900sec";
        var part = new Part("F", "f", "same");
        var patient = SERVER.client().withCrumb();

        var first = patient.multipart(later, part);

        assertThat(patient.multipart(later, part))
                .returns(201, Answer::status)
                .satisfies(second -> assertThat(second.item()).isNotEqualTo(first.item()));
    }

    @Test
    void file_largerThanAllowed_is413() throws Exception {
        client.create("large", Project.of(parameters(parameter("File", "F", "")), shell("wc -c F")));
        var path = "job/large/buildWithParameters";

        assertThat(consoleOf("large", client.multipart(path, new Part("F", "f", "x".repeat(5000)))))
                .contains("5000 F");
        assertThat(client.multipart(path, new Part("F", "f", "x".repeat(5001))).status())
                .isEqualTo(413);
        assertThat(client.multipart(path, new Part("F", "f", "x".repeat(9_000_000)))
                        .status())
                .isEqualTo(413);
        assertThat(client.text("job/large/api/json?tree=nextBuildNumber")).contains("\"nextBuildNumber\":2");
    }

    @Test
    void file_besideAValueThatIsRefused_isNotKept() throws Exception {
        client.create("unlucky", Project.of(parameters(parameter("File", "F", ""), parameter("Run", "R", ""))));
        var file = new Part("F", "f", "unwanted");
        var json = field("json", "{\"parameter\":[{\"name\":\"F\"},{\"name\":\"none\",\"value\":\"\"}]}");

        assertThat(client.multipart("job/unlucky/buildWithParameters", file, field("R", "no build"))
                        .status())
                .isEqualTo(400);
        assertThat(client.multipart("job/unlucky/build", json, file).status()).isEqualTo(400);

        assertThat(kept()).isEmpty();
    }

    private static List<Path> kept() throws Exception {
        try (var files = Files.list(Files.createDirectories(SERVER.home().resolve("uploads")))) {
            return files.filter(file -> holds(file, "unwanted")).toList();
        }
    }

    private static boolean holds(Path file, String content) {
        try {
            return Files.readString(file).equals(content);
        } catch (IOException e) {
            return false; // it has just been given to its build
        }
    }

    @Test
    void fileForATextParameter_isRefused() throws Exception {
        client.create("texts", Project.of(parameters(Project.string("A", "a"))));

        var answer = client.multipart("job/texts/buildWithParameters", new Part("A", "f", "content"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }
}
