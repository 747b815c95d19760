package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static hobson.server.wire.WireClient.XML;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Repositories that want to know who comes: Git gets in, and nobody else learns how. */
class GitLoginIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins: {authorizationStrategy: unsecured, quietPeriod: 0, numExecutors: 4}
            hobson: {notifyCommit: {access: open}}
            """);

    private static final String PASSWORD = "pa:ss w'ö-zq4711";
    private static final String POLLED =
            "<triggers><hudson.triggers.SCMTrigger><spec></spec>" + "</hudson.triggers.SCMTrigger></triggers>";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createCredentials() throws Exception {
        client = SERVER.client().withCrumb();
        credential(
                "com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl",
                "login",
                "<username>ann</username><password>" + PASSWORD + "</password>");
    }

    static void credential(String kind, String id, String fields) throws Exception {
        var document = "<" + kind + "><id>" + id + "</id>" + fields + "</" + kind + ">";
        var answer = client.post("credentials/store/system/domain/_/createCredentials", XML, document.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static String scm(Repository repository, String url, String credentials) {
        return repository
                .scm("main")
                .replaceFirst("<url>[^<]*", Matcher.quoteReplacement("<url>" + url))
                .replace("</url>", "</url><credentialsId>" + credentials + "</credentialsId>");
    }

    private static List<Path> filesWith(String text) throws IOException {
        try (var all = Files.walk(SERVER.home())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> read(file).contains(new String(text.getBytes(UTF_8), ISO_8859_1)))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void build_serverWantsPassword_getsInAndShowsItNowhere() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("basic"));
        var seen = new CopyOnWriteArrayList<String>();
        try (var git = GitServer.serve(SERVER.folder(), "ann:" + PASSWORD)) {
            git.before(_ -> seen.addAll(GitServer.processesWith("zq4711", "cmdline", "environ")));
            client.create(
                    "basic",
                    Project.of(
                            scm(repository, git.url() + "/basic", "login"),
                            POLLED,
                            shell("cat README .git/config; env")));

            var log = client.console("basic", client.build("basic", "build"));
            repository.commit("README", "second", "Change it");
            client.post("git/notifyCommit?url=" + git.url() + "/basic");
            client.awaitEnd("basic", 2);

            assertThat(log)
                    .contains("using credential login", "\nfirst", "Finished: SUCCESS")
                    .doesNotContain("zq4711");
            assertThat(client.console("basic", 2)).contains("\nsecond").doesNotContain("zq4711");
            assertThat(client.text("job/basic/scmPollLog/")).doesNotContain("zq4711");
            assertThat(git.authorizations()).isNotEmpty();
            assertThat(seen).isEmpty();
            assertThat(filesWith("zq4711")).isEmpty();
            assertThat(SERVER.printed()).doesNotContain("zq4711");
        }
    }

    @Test
    void build_passwordIsWrong_failsWithoutSayingIt() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("wrong"));
        try (var git = GitServer.serve(SERVER.folder(), "ann:other")) {
            client.create("wrong", Project.of(scm(repository, git.url() + "/wrong", "login"), POLLED));

            assertThat(client.console("wrong", client.build("wrong", "build")))
                    .contains("ERROR: Error fetching remote repo 'origin'", "Finished: FAILURE")
                    .doesNotContain("zq4711");
        }
    }

    @Test
    void build_loginInAddress_isTakenOutOfIt() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("inside"));
        var seen = new CopyOnWriteArrayList<String>();
        try (var git = GitServer.serve(SERVER.folder(), "bob:inner-zq0815")) {
            git.before(_ -> seen.addAll(GitServer.processesWith("zq0815", "cmdline")));
            var address = git.url().replace("://", "://bob:${SECRET}@") + "/inside";
            var password = "<hudson.model.PasswordParameterDefinition><name>SECRET</name><defaultValue>inner-zq0815"
                    + "</defaultValue></hudson.model.PasswordParameterDefinition>";
            client.create(
                    "inside",
                    Project.of(
                            scm(repository, address, ""),
                            Project.parameters(password),
                            shell("cat README .git/config; echo $GIT_URL")));

            var log = client.console("inside", client.build("inside", "buildWithParameters"));

            assertThat(log)
                    .contains("using the login in the address", "\nfirst", "url = " + git.url() + "/inside")
                    .doesNotContain("zq0815");
            assertThat(client.text("job/inside/1/api/json")).contains("\"remoteUrls\":[\"" + git.url() + "/inside\"]");
            assertThat(seen).isEmpty();
            assertThat(filesWith("zq0815")).isEmpty();
        }
    }

    @Test
    void job_loginInAddress_isNotShownToItsReaders() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("readable"));
        client.create("readable", Project.of(scm(repository, "https://bob:inner-zq0815@h.example/r", "")));

        assertThat(client.text("job/readable/api/json?tree=scm[userRemoteConfigs[url]]"))
                .contains("\"url\":\"https://bob:****@h.example/r\"");
    }

    @Test
    void build_serverSendsElsewhere_passwordDoesNotGoThere() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("redirected"));
        try (var git = GitServer.serve(SERVER.folder(), null);
                var thief = GitServer.serve(SERVER.folder(), "ann:" + PASSWORD)) {
            git.redirect(thief.url());
            client.create("redirected", Project.of(scm(repository, git.url() + "/redirected", "login")));

            var log = client.console("redirected", client.build("redirected", "build"));

            assertThat(log).contains("Finished: FAILURE");
            assertThat(thief.authorizations()).allMatch(sent -> sent.equals("Basic Og==")); // neither name nor password
        }
    }

    @Test
    void notice_whileSomebodyLooks_isNotLost() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("busy"));
        try (var git = GitServer.serve(SERVER.folder(), null)) {
            client.create("busy", Project.of(scm(repository, git.url() + "/busy", ""), POLLED));
            client.build("busy", "build");
            var answered = new AtomicBoolean();
            git.before(address -> {
                if (address.endsWith("/git-upload-pack") && answered.compareAndSet(false, true)) {
                    commitAndTell(repository, git.url() + "/busy");
                }
            });

            client.post("git/notifyCommit?url=" + git.url() + "/busy");

            client.awaitEnd("busy", 2);
        }
    }

    @Test
    void build_stoppedWhileItFetches_endsAndSoDoesGit() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("stopped"));
        var asked = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        try (var git = GitServer.serve(SERVER.folder(), null)) {
            git.before(_ -> {
                asked.countDown();
                await(over);
            });
            client.create("stopped", Project.of(scm(repository, git.url() + "/stopped", "")));

            int number = client.start("stopped", "build");
            await(asked);
            client.post("job/stopped/" + number + "/stop");

            client.awaitEnd("stopped", number);
            Awaitility.await()
                    .until(() -> GitServer.processesWith(git.url(), "cmdline").isEmpty());
            over.countDown();
            assertThat(client.console("stopped", number)).endsWith("Finished: ABORTED\n");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commitAndTell(Repository repository, String url) {
        try {
            repository.commit("README", "second", "Change it");
            client.post("git/notifyCommit?url=" + url);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
