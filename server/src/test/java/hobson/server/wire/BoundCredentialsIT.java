package hobson.server.wire;

import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Builds that use credentials: their steps see them, their logs do not, and the home holds none in plain. */
class BoundCredentialsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String SECRET = "s3cret-4711";
    private static final String KEY = "-----BEGIN KEY-----\nAAAAB3Nza-4711\n-----END KEY-----\n";
    private static final String IMPLEMENTATION = "org.jenkinsci.plugins.credentialsbinding.impl.";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void create() throws Exception {
        client = SERVER.client().withCrumb();
        credential(
                "com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl",
                "pass",
                "<username>deployer</username><password>" + SECRET + "</password>");
        credential(
                "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl",
                "text",
                "<secret>text-" + SECRET + "$HOME</secret>");
        credential(
                "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl",
                "hidden",
                "<scope>SYSTEM</scope><secret>" + SECRET + "</secret>");
        credential(
                "org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl",
                "file",
                "<fileName>kube.conf</fileName><secretBytes>"
                        + Base64.getEncoder().encodeToString(("file-" + SECRET + "\n").getBytes(UTF_8))
                        + "</secretBytes>");
        credential(
                "com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey",
                "key",
                "<username>git</username><passphrase>phrase-4711</passphrase><privateKeySource class=\"com.cloudbees.jenkins"
                        + ".plugins.sshcredentials.impl.BasicSSHUserPrivateKey$DirectEntryPrivateKeySource\"><privateKey>"
                        + KEY + "</privateKey></privateKeySource>");
    }

    private static void credential(String kind, String id, String fields) throws Exception {
        credential("credentials/store/system", kind, id, fields);
    }

    private static void credential(String store, String kind, String id, String fields) throws Exception {
        var document = "<" + kind + "><id>" + id + "</id>" + fields + "</" + kind + ">";
        var answer = client.post(store + "/domain/_/createCredentials", XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static String bindings(String... bindings) {
        var wrapper = IMPLEMENTATION + "SecretBuildWrapper";
        return "<buildWrappers><" + wrapper + "><bindings>" + String.join("", bindings) + "</bindings></" + wrapper
                + "></buildWrappers>";
    }

    private static String binding(String kind, String id, String variables) {
        var element = IMPLEMENTATION + kind;
        return "<" + element + "><credentialsId>" + id + "</credentialsId>" + variables + "</" + element + ">";
    }

    private static String built(String job, String wrappers, String command) throws Exception {
        client.create(job, Project.of(Project.shell(command), wrappers));
        return client.console(job, client.build(job, "build"));
    }

    @Test
    void build_withEveryBinding_seesTheSecretsAndMasksThem() throws Exception {
        var seen = SERVER.folder().resolve("seen");
        var log = built(
                "all",
                bindings(
                        binding(
                                "UsernamePasswordMultiBinding",
                                "pass",
                                "<usernameVariable>U</usernameVariable><passwordVariable>P</passwordVariable>"),
                        binding("UsernamePasswordBinding", "pass", "<variable>UP</variable>"),
                        binding("StringBinding", "text", "<variable>T</variable>"),
                        binding("FileBinding", "file", "<variable>F</variable>"),
                        binding(
                                "SSHUserPrivateKeyBinding",
                                "key",
                                "<keyFileVariable>K</keyFileVariable>"
                                        + "<usernameVariable>KU</usernameVariable><passphraseVariable>KP</passphraseVariable>")),
                """
                set -x
                { echo "$U $P $UP $T"; cat "$F" "$K"; echo "$KU $KP"; stat -c %%a "$F" "$K"; } > '%s'
                cat '%s'
                printf %%s "$U:$P" | base64
                echo "$F"
                set +x
                printf %%s "$P" | { dd bs=4 count=1 2> /dev/null; sleep 0.2; cat; }
                """.formatted(seen, seen));

        assertThat(Files.readString(seen))
                .isEqualTo("deployer " + SECRET + " deployer:" + SECRET + " text-" + SECRET + "$HOME\nfile-" + SECRET
                        + "\n" + KEY + "git phrase-4711\n600\n600\n");
        assertThat(log)
                .contains("deployer **** **** ****", "git ****", "Finished: SUCCESS")
                .doesNotContain("4711", "kube.conf", Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)));
        assertHomeHolds("4711", List.of());
        assertThat(SERVER.workspace("all@tmp").resolve("secretFiles")).isEmptyDirectory();
    }

    private static void assertHomeHolds(String secret, List<Path> files) throws IOException {
        try (var all = Files.walk(SERVER.home())) {
            assertThat(all.filter(Files::isRegularFile).filter(file -> holds(file, secret)))
                    .isEqualTo(files);
        }
    }

    private static boolean holds(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void build_withCertificate_opensItsKeyStore() throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var file = SERVER.folder().resolve("client.p12");
        var made = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "mine",
                        "-dname",
                        "CN=client.example.org",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "store-4711"))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var kind = "com.cloudbees.plugins.credentials.impl.CertificateCredentialsImpl";
        var source = "<description>the client's</description><keyStoreSource class=\"" + kind
                + "$UploadedKeyStoreSource\"><uploadedKeystoreBytes>"
                + Base64.getEncoder().encodeToString(Files.readAllBytes(file))
                + "</uploadedKeystoreBytes></keyStoreSource><password>";
        credential(kind, "certificate", source + "store-4711</password>");

        var log = built(
                "certified",
                bindings(binding(
                        "CertificateMultiBinding",
                        "certificate",
                        "<keystoreVariable>K</keystoreVariable><passwordVariable>P</passwordVariable>"
                                + "<aliasVariable>A</aliasVariable>")),
                """
                cmp "$K" '%s' && stat -c %%a "$K"
                '%s' -list -v -storetype PKCS12 -keystore "$K" -storepass "$P" | grep -e Alias -e Owner
                echo "of $A, with $P"
                """.formatted(file, keytool));

        assertThat(log)
                .contains("\n600\n", "Alias name: mine", "Owner: CN=client.example.org", "of the client's, with ****\n")
                .contains("Finished: SUCCESS")
                .doesNotContain("4711");
        assertThat(SERVER.workspace("certified@tmp").resolve("secretFiles")).isEmptyDirectory();
        var wrong = "<" + kind + "><id>wrong</id>" + source + "another</password></" + kind + ">";
        assertThat(client.post("credentials/store/system/domain/_/createCredentials", XML, wrong.getBytes(UTF_8)))
                .returns(400, Answer::status)
                .satisfies(answer ->
                        assertThat(answer.body()).contains("not one in PKCS#12 form that this password opens"));
    }

    @Test
    void build_withoutBindings_seesNone() throws Exception {
        assertThat(built("none", "", "env | grep -c 4711 || true")).contains("\n0\n");
    }

    @Test
    void build_credentialOfTheServerAlone_failsWithoutAStep() throws Exception {
        var log = built("system", bindings(binding("StringBinding", "hidden", "<variable>T</variable>")), "echo ran");

        assertThat(log)
                .contains("ERROR: Could not find credentials entry with ID 'hidden'", "Finished: FAILURE")
                .doesNotContain("ran");
    }

    @Test
    void build_inAFolder_usesTheNearestCredentialOfTheName() throws Exception {
        client.create("outer", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        var inner = client.post(
                "job/outer/createItem?name=inner",
                XML,
                "<com.cloudbees.hudson.plugins.folder.Folder/>".getBytes(UTF_8));
        assertThat(inner.status()).isEqualTo(200);
        credential(
                "job/outer/credentials/store/folder",
                "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl",
                "text",
                "<secret>short</secret>");
        var job = Project.of(
                Project.shell("echo \"length ${#T}\""),
                bindings(binding("StringBinding", "text", "<variable>T</variable>")));
        client.post("job/outer/job/inner/createItem?name=deep", XML, job.getBytes(UTF_8));

        var log = client.console("outer/job/inner/job/deep", client.build("outer/job/inner/job/deep", "build"));

        assertThat(log).contains("length 5\n");
    }

    @Test
    void build_credentialOfAnotherKind_saysWhatItIs() throws Exception {
        var log = built("kind", bindings(binding("StringBinding", "pass", "<variable>T</variable>")), "echo ran");

        assertThat(log).contains("'pass' is of type 'Username with password', where 'Secret text' was expected");
    }

    @Test
    void build_credentialByParameter_isTheOneThatWasChosen() throws Exception {
        var definition = "com.cloudbees.plugins.credentials.CredentialsParameterDefinition";
        var parameter = "<" + definition + "><name>WHICH</name><defaultValue>text</defaultValue></" + definition + ">";
        client.create(
                "chosen",
                Project.of(
                        Project.parameters(parameter),
                        Project.shell("echo \"$WHICH ${#T}\""),
                        bindings(binding("StringBinding", "${WHICH}", "<variable>T</variable>"))));

        assertThat(client.console("chosen", client.build("chosen", "buildWithParameters")))
                .contains("text 21\n");
        assertThat(client.text("job/chosen/api/json?tree=property[parameterDefinitions[*,defaultParameterValue[*]]]"
                        .replace("[", "%5B")
                        .replace("]", "%5D")))
                .contains("\"_class\":\"" + definition + "\"", "\"type\":\"CredentialsParameterDefinition\"")
                .contains("CredentialsParameterValue\",\"name\":\"WHICH\"}");
    }
}
