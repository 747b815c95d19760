package hobson.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.CommandShell;
import hobson.cli.Documents;
import hobson.cli.TestServer;
import hobson.cli.session.ExitCode;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandsIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path folder;

    CommandShell shell = new CommandShell(Path.of("."));

    @BeforeEach
    void login() {
        shell = SERVER.shell(folder);
    }

    @Test
    void nodes_oneOffline_areListed() {
        SERVER.client().nodes().create("agent", Documents.node("agent", 3));

        assertThat(shell.done("nodes", "--offline"))
                .startsWith("agent\toffline\t0\t3\t")
                .contains("linux");
        assertThat(shell.done("nodes", "--json")).contains("\"name\":\"agent\",\"state\":\"offline\"");
    }

    @Test
    void views_ofServerAndFolder_areListed() {
        shell.typing(Documents.folder("f")).done("job", "put", "f");

        assertThat(shell.done("views")).contains("\tAllView\t");
        assertThat(shell.done("views", "f", "--json")).contains("/job/f/");
        assertThat(shell.run("views", "nowhere").code()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void usersAndPlugins_server_areListed() {
        assertThat(shell.done("users")).contains("ann\tann");
        assertThat(shell.done("plugins")).contains("git\t");
    }

    @Test
    void open_withoutABrowser_printsTheAddress() {
        assertThat(shell.done("open")).isEqualTo(SERVER.url() + "\n");
        assertThat(shell.done("open", "team/a b", "12", "--print"))
                .isEqualTo(SERVER.url() + "job/team/job/a%20b/12/\n");
    }

    @Test
    void open_withABrowser_startsItWithTheAddress() throws Exception {
        var browser = folder.resolve("browser");
        Files.writeString(
                browser,
                "#!/bin/sh\necho \"$1\" > '" + folder.resolve("opened") + ".new'\nmv '" + folder.resolve("opened")
                        + ".new' '" + folder.resolve("opened") + "'\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));

        assertThat(shell.with("BROWSER", browser.toString()).done("open", "a")).isEmpty();
        while (Files.notExists(folder.resolve("opened"))) {
            Thread.onSpinWait();
        }
        assertThat(folder.resolve("opened")).hasContent(SERVER.url() + "job/a/");
    }

    @Test
    void complete_namesOptionsAndCommands_areOffered() {
        shell.typing(Documents.folder("team")).done("job", "put", "team");
        shell.typing(Documents.job("true")).done("job", "put", "team/deploy");

        assertThat(shell.done("__complete", "lo")).isEqualTo("logs\nlogin\n");
        assertThat(shell.done("__complete", "se")).isEqualTo("serve\n");
        assertThat(shell.done("__complete", "job", "")).isEqualTo("copy\ndelete\ndiff\nget\nput\n");
        assertThat(shell.done("__complete", "build", "--fo")).isEqualTo("--follow\n");
        assertThat(shell.done("__complete", "build", "te")).isEqualTo("team/\n");
        assertThat(shell.done("__complete", "build", "-p", "K=V", "team/d")).isEqualTo("team/deploy\n");
        assertThat(shell.with("HOBSON_URL", "http://127.0.0.1:9/").done("__complete", "build", "te"))
                .isEmpty();
    }

    @Test
    void whoami_anonymousOrWrong_isSaid() {
        assertThat(new CommandShell(folder).done("whoami", "--url", SERVER.url()))
                .contains("anonymous");
        var printed = shell.with("HOBSON_TOKEN", "wrong").run("whoami");
        assertThat(printed.code()).isEqualTo(ExitCode.NOT_PERMITTED);
        assertThat(printed.err()).contains("'hobson login URL'").hasLineCount(1);
    }

    @Test
    void whoami_nobodyThere_saysWhatToDo() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var printed = shell.run("whoami", "--url", "http://127.0.0.1:" + port + "/");

        assertThat(printed.code()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(printed.err())
                .contains("Is the address right, and the server started?")
                .hasLineCount(1);
    }
}
