package hobson.cli.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.CommandShell;
import hobson.cli.Documents;
import hobson.cli.TestServer;
import hobson.cli.session.ExitCode;
import hobson.client.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MigrateIT {
    @RegisterExtension
    static final TestServer OLD = new TestServer();

    @RegisterExtension
    static final TestServer NEW = new TestServer();

    @TempDir
    Path folder;

    private CommandShell shell() {
        return NEW.shell(folder)
                .with(
                        "HOBSON_FROM_TOKEN",
                        OLD.client().users().me().tokens().generate("migrate").value());
    }

    private CommandShell.Printed migrate(String... more) {
        var words = new ArrayList<>(List.of("migrate", "--from", OLD.url(), "--from-user", "ann"));
        words.addAll(List.of(more));
        return shell().run(words.toArray(String[]::new));
    }

    @Test
    void migrate_server_takesOverWhatItCanAndSaysWhatItCannot() throws Exception {
        var old = OLD.client();
        old.jobs().create("free", Documents.job("echo {AQAAABAAAAAQ3jlkLKcVjEd8FhjLmJNdVw==}"));
        old.jobs().create("team", Documents.folder("t"));
        old.folder("team").jobs().create("app", Documents.job("true"));
        old.jobs().create("outside", "<hudson.model.ExternalJob/>");
        old.raw()
                .post(
                        "job/outside/postBuildResult",
                        Content.of(
                                "text/xml",
                                "<run><log encoding=\"hexBinary\">6f6e65</log><result>0</result><duration>1234</duration></run>"
                                        .getBytes(UTF_8)));
        old.views().create("Night", Documents.view("free"));
        old.nodes().create("linux", Documents.node("linux", 2));
        NEW.client().jobs().create("free", Documents.job("mine"));

        var first = migrate("--history", "10");

        assertThat(first.code()).isEqualTo(ExitCode.DIFFERENT);
        assertThat(first.out())
                .contains("left as it is")
                .contains("  job free")
                .contains("The builds of 2 jobs stay where they are");
        assertThat(NEW.client()
                        .jobs()
                        .tree()
                        .map(job -> job.path().toString())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo("free outside team team/app");
        assertThat(NEW.client().views().names()).contains("Night");
        assertThat(NEW.client().nodes().names()).contains("linux");
        assertThat(NEW.client().job("outside").build(1).log()).contains("one");
        assertThat(folder.resolve("hobson-migrate.state"))
                .content()
                .contains("job team/app\n")
                .doesNotContain("job free");

        var second = migrate("--overwrite", "--history", "10");

        assertThat(second.code()).as("%s", second).isZero();
        assertThat(second.out())
                .contains("1 replaced")
                .contains("done by an earlier run")
                .contains("job free has a secret");
        assertThat(NEW.client().job("free").config().text())
                .isEqualTo(old.job("free").config().text());
        assertThat(NEW.client().job("outside").builds(5)).hasSize(1);
        assertThat(Files.readString(folder.resolve("hobson-migrate.txt"))).contains("  job team/app");

        migrate("--history", "10");

        assertThat(Files.readString(folder.resolve("hobson-migrate.txt"))).containsOnlyOnce("job free has a secret");
    }

    @Test
    void migrate_brokenOffAfterABuildWasSent_doesNotSendItAgain() throws Exception {
        OLD.client().jobs().create("once", "<hudson.model.ExternalJob/>");
        OLD.client().raw().post("job/once/postBuildResult", Content.of("text/xml", report("6f6e65", 1_234)));
        migrate("--history", "10");
        var state = folder.resolve("hobson-migrate.state");
        Files.writeString(state, Files.readString(state).replace("build once #1\n", "build onc"));

        assertThat(migrate("--history", "10").err()).doesNotContain("hobson:");

        assertThat(NEW.client().job("once").builds(5)).hasSize(1);
        assertThat(state).content().contains("build once #1\n").doesNotContain("build oncb");
    }

    @Test
    void migrate_logThatIsTooLong_isSaid() {
        OLD.client().jobs().create("talks", "<hudson.model.ExternalJob/>");
        OLD.client()
                .raw()
                .post("job/talks/postBuildResult", Content.of("text/xml", report("61".repeat((8 << 20) + 1), 5)));

        assertThat(migrate("--history", "10").out()).contains("The log of build talks #1 is longer than 8 MiB");
    }

    private static byte[] report(String log, int duration) {
        return ("<run><log encoding=\"hexBinary\">" + log + "</log><result>0</result><duration>" + duration
                        + "</duration></run>")
                .getBytes(UTF_8);
    }

    @Test
    void migrate_stateOfAnother_isRefused() throws Exception {
        Files.writeString(folder.resolve("s"), "hobson migrate from x to y\n");

        assertThat(migrate("--state", "s").code()).isEqualTo(ExitCode.CONFLICT);
        assertThat(shell().run("migrate", "--from", NEW.url()).err()).contains("Both servers are");
    }
}
