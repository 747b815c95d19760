package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.server.password.BcryptPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A home as a Jenkins leaves it, with jobs of every kind and a long history. */
final class ComposedHome {
    static final int BUILDS = 1_000;
    static final String TOKEN = "11" + "0123456789abcdef".repeat(2);
    static final String SECRET = "s3cret-4711";

    private static final byte[] MAGIC = "::::MAGIC::::".getBytes(UTF_8);
    private static final String CREDENTIALS = "com.cloudbees.plugins.credentials.";
    private static final String PLAIN = "org.jenkinsci.plugins.plaincredentials.impl.";

    private final Path root;
    private final byte[] textKey = new byte[16];
    private final byte[] bytesKey = new byte[16];

    private ComposedHome(Path root) {
        this.root = root;
        Arrays.fill(textKey, (byte) 7);
        Arrays.fill(bytesKey, (byte) 9);
    }

    static void compose(Path root) throws Exception {
        var home = new ComposedHome(root);
        home.secrets();
        home.settings();
        home.users();
        home.items();
        home.builds();
    }

    private void file(String path, String content) throws IOException {
        bytes(path, content.getBytes(UTF_8));
    }

    private void bytes(String path, byte[] content) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void secrets() throws Exception {
        file("secrets/master.key", "ab".repeat(128));
        var master = Arrays.copyOf(
                MessageDigest.getInstance("SHA-256").digest("ab".repeat(128).getBytes(UTF_8)), 16);
        bytes("secrets/hudson.util.Secret", sealedKey(master, textKey));
        bytes("secrets/" + CREDENTIALS + "SecretBytes.KEY", sealedKey(master, bytesKey));
    }

    private static byte[] sealedKey(byte[] master, byte[] key) throws GeneralSecurityException {
        var payload = Arrays.copyOf(key, 256 + MAGIC.length);
        System.arraycopy(MAGIC, 0, payload, 256, MAGIC.length);
        var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(master, "AES"));
        return cipher.doFinal(payload);
    }

    private String secret(String text) throws GeneralSecurityException {
        var vector = new byte[16];
        var data = cbc(textKey, vector, text.getBytes(UTF_8));
        var all = ByteBuffer.allocate(9 + vector.length + data.length);
        all.put((byte) 1).putInt(vector.length).putInt(data.length).put(vector).put(data);
        return "{" + Base64.getEncoder().encodeToString(all.array()) + "}";
    }

    private String secretBytes(String text) throws GeneralSecurityException {
        var salt = new byte[8];
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytesKey);
        var both = digest.digest(salt);
        var data = cbc(Arrays.copyOf(both, 16), Arrays.copyOfRange(both, 16, 32), text.getBytes(UTF_8));
        var all = ByteBuffer.allocate(salt.length + 1 + data.length + 3);
        all.put(salt).put((byte) 3).put(data);
        return "{" + Base64.getEncoder().encodeToString(all.array()) + "}";
    }

    private static byte[] cbc(byte[] key, byte[] vector, byte[] bytes) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
        return cipher.doFinal(bytes);
    }

    private static String map(String... credentials) {
        return "<domainCredentialsMap class=\"hudson.util.CopyOnWriteMap$Hash\"><entry><" + CREDENTIALS
                + "domains.Domain><specifications/></" + CREDENTIALS + "domains.Domain>"
                + "<java.util.concurrent.CopyOnWriteArrayList>" + String.join("", credentials)
                + "</java.util.concurrent.CopyOnWriteArrayList></entry></domainCredentialsMap>";
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private String text(String id) throws GeneralSecurityException {
        return element(
                PLAIN + "StringCredentialsImpl",
                element("scope", "GLOBAL") + element("id", id) + element("secret", secret(SECRET)));
    }

    private String userText(String id) throws GeneralSecurityException {
        return text(id).replace("GLOBAL", "USER");
    }

    private void settings() throws Exception {
        file("config.xml", """
                <?xml version='1.1' encoding='UTF-8'?>
                <hudson><numExecutors>3</numExecutors><systemMessage>Costs $5 "now"</systemMessage><useSecurity>true</useSecurity>
                  <authorizationStrategy class="hudson.security.ProjectMatrixAuthorizationStrategy">
                    <permission>USER:hudson.model.Hudson.Administer:ann</permission>
                    <permission>hudson.model.Hudson.Read:readers</permission>
                    <permission>USER:com.acme.Unknown:ann</permission>
                  </authorizationStrategy>
                  <quietPeriod>0</quietPeriod>
                  <views>
                    <hudson.model.AllView><owner class="hudson" reference="../../.."/><name>all</name></hudson.model.AllView>
                    <listView><owner class="hudson" reference="../../.."/><name>Nightly (all)</name>
                      <jobNames><string>free</string></jobNames></listView>
                    <com.acme.OddView><name>odd</name></com.acme.OddView>
                  </views>
                </hudson>""");
        file(
                "credentials.xml",
                element(
                        CREDENTIALS + "SystemCredentialsProvider",
                        map(
                                text("text"),
                                element(
                                        PLAIN + "FileCredentialsImpl",
                                        element("id", "file")
                                                + element("fileName", "kube.conf")
                                                + element("secretBytes", secretBytes("file-" + SECRET))),
                                element("com.acme.OddCredentials", element("id", "odd")))));
        file(
                "nodes/agent-1/config.xml",
                "<slave><name>agent-1</name><remoteFS>/ci</remoteFS><numExecutors>2</numExecutors>"
                        + "<mode>NORMAL</mode><launcher class=\"hudson.slaves.JNLPLauncher\"/><label>linux</label><nodeProperties/></slave>");
    }

    private void users() throws Exception {
        var hash =
                MessageDigest.getInstance("SHA-256").digest(TOKEN.substring(2).getBytes(UTF_8));
        file(
                "users/ann_4711/config.xml",
                "<?xml version='1.1' encoding='UTF-8'?>\n<user><version>10</version><id>ann</id>"
                        + "<fullName>Ann A</fullName><properties><jenkins.security.ApiTokenProperty><tokenStore><tokenList>"
                        + "<jenkins.security.apitoken.ApiTokenStore_-HashedToken><uuid>u-1</uuid><name>ci</name>"
                        + "<creationDate>2024-06-01 10:00:00.000 UTC</creationDate><value><version>11</version><hash>"
                        + HexFormat.of().formatHex(hash)
                        + "</hash></value></jenkins.security.apitoken.ApiTokenStore_-HashedToken>"
                        + "</tokenList></tokenStore></jenkins.security.ApiTokenProperty>"
                        + "<hudson.security.HudsonPrivateSecurityRealm_-Details><passwordHash>"
                        + new BcryptPasswords(new SecureRandom()).hash("anns")
                        + "</passwordHash></hudson.security.HudsonPrivateSecurityRealm_-Details>"
                        + "<hudson.tasks.Mailer_-UserProperty><emailAddress>ann@example.org</emailAddress>"
                        + "</hudson.tasks.Mailer_-UserProperty><hudson.model.MyViewsProperty><views><listView><name>own</name>"
                        + "<jobNames><string>pipe</string></jobNames></listView></views></hudson.model.MyViewsProperty>"
                        + element(
                                CREDENTIALS + "UserCredentialsProvider_-UserCredentialsProperty", map(userText("anns")))
                        + "</properties></user>");
    }

    private void items() throws Exception {
        file(
                "jobs/free/config.xml",
                "<project><description>as it was</description><properties>"
                        + "<hudson.model.ParametersDefinitionProperty><parameterDefinitions>"
                        + "<hudson.model.PasswordParameterDefinition><name>P</name><defaultValue>" + secret(SECRET)
                        + "</defaultValue></hudson.model.PasswordParameterDefinition></parameterDefinitions>"
                        + "</hudson.model.ParametersDefinitionProperty></properties><builders><hudson.tasks.Shell><command>#!/bin/sh\n"
                        + "echo \"length ${#P}\"</command></hudson.tasks.Shell><com.acme.OddStep/></builders></project>");
        file(
                "jobs/pipe/config.xml",
                "<flow-definition><definition class=\"org.jenkinsci.plugins.workflow.cps."
                        + "CpsFlowDefinition\"><script>node {}</script></definition></flow-definition>");
        file("jobs/grid/config.xml", "<matrix-project><axes/></matrix-project>");
        file("jobs/mvn/config.xml", "<maven2-moduleset><goals>verify</goals></maven2-moduleset>");
        file("jobs/outside/config.xml", "<hudson.model.ExternalJob/>");
        file("jobs/odd/config.xml", "<com.acme.OddProject/>");
        file(
                "jobs/F/config.xml",
                element(
                        "com.cloudbees.hudson.plugins.folder.Folder",
                        element(
                                        "properties",
                                        element(
                                                "com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider_-FolderCredentialsProperty",
                                                map(text("own"))))
                                + "<folderViews class=\"com.cloudbees.hudson.plugins.folder.views.DefaultFolderViewHolder\"><views>"
                                + "<listView><name>mine</name><jobNames><string>G</string></jobNames></listView></views>"
                                + "<primaryView>mine</primaryView></folderViews>"));
        file("jobs/F/jobs/G/config.xml", "<com.cloudbees.hudson.plugins.folder.Folder/>");
        file("jobs/F/jobs/G/jobs/deep/config.xml", "<project/>");
        file("jobs/branches/config.xml", "<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject/>");
        file("jobs/branches/branches/main.abc123/config.xml", "<flow-definition/>");
        file("jobs/branches/branches/main.abc123/name-utf8.txt", "main");
        file("jobs/org/config.xml", "<jenkins.branch.OrganizationFolder/>");
        file(
                "jobs/org/jobs/repo/config.xml",
                "<org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject/>");
        Files.createSymbolicLink(root.resolve("jobs/linked"), root.resolve("jobs/free"));
    }

    private static String build(int number, String result, String actions) {
        return "<?xml version='1.1' encoding='UTF-8'?>\n<build><actions>" + actions + "</actions><queueId>"
                + (100 + number)
                + "</queueId><timestamp>" + (1_700_000_000_000L + number) + "</timestamp><startTime>"
                + (1_700_000_000_500L + number) + "</startTime>" + (result.isEmpty() ? "" : element("result", result))
                + "<description>about " + number + "</description><duration>" + (1000 + number)
                + "</duration><charset>UTF-8</charset><keepLog>" + (number == 1)
                + "</keepLog><builtOn></builtOn><workspace>/old/ws</workspace></build>";
    }

    private void builds() throws Exception {
        for (int number = 1; number <= BUILDS; number++) {
            var folder = "jobs/free/builds/" + number + "/";
            file(folder + "build.xml", build(number, number % 10 == 0 ? "FAILURE" : "SUCCESS", actions()));
            file(folder + "log", "Started \u001b[8mha:AAAA\u001b[0mby user\nline of " + number + "\n");
            file(folder + "archive/dir/made.txt", "made by " + number);
        }
        Files.createSymbolicLink(root.resolve("jobs/free/builds/lastSuccessfulBuild"), Path.of("999"));
        Files.createSymbolicLink(root.resolve("jobs/free/builds/1/archive/passwd"), Path.of("/etc/passwd"));
        file("jobs/free/nextBuildNumber", "1500\n");
        for (var job : new String[] {"pipe", "grid", "mvn", "outside", "F/jobs/G/jobs/deep"}) {
            file("jobs/" + job + "/builds/7/build.xml", build(7, "UNSTABLE", ""));
            file("jobs/" + job + "/builds/7/log", "seven\n");
        }
        file("jobs/pipe/builds/8/build.xml", build(8, "", ""));
    }

    private String actions() throws GeneralSecurityException {
        return "<hudson.model.CauseAction><causeBag class=\"linked-hash-map\"><entry><hudson.model.Cause_-UserIdCause>"
                + "<userId>ann</userId></hudson.model.Cause_-UserIdCause><int>1</int></entry><entry><com.acme.OddCause/>"
                + "<int>1</int></entry></causeBag></hudson.model.CauseAction><hudson.model.ParametersAction><parameters>"
                + "<hudson.model.StringParameterValue><name>A</name><value>x</value></hudson.model.StringParameterValue>"
                + "<hudson.model.PasswordParameterValue><name>P</name><value>" + secret(SECRET)
                + "</value></hudson.model.PasswordParameterValue></parameters></hudson.model.ParametersAction>";
    }

    /** Everything that is there, with times: to see whether anything has changed. */
    static String inventory(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.sorted().map(ComposedHome::described).collect(Collectors.joining("\n"));
        }
    }

    private static String described(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return file + " " + attributes.size() + " " + attributes.lastModifiedTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
