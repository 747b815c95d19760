package hobson.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.cli.CommandShell;
import hobson.cli.TestServer;
import hobson.cli.session.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LoginIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @TempDir
    Path home;

    private CommandShell shell() {
        return new CommandShell(home)
                .with("XDG_CONFIG_HOME", home.resolve("config").toString());
    }

    @Test
    void login_password_makesATokenAndRemembersItAlone() throws Exception {
        var printed = shell().typing("pw\n").done("login", SERVER.url(), "--user", "ann", "--password-stdin");

        assertThat(printed).contains("default").contains("ann").contains(SERVER.url());
        var file = home.resolve("config/hobson/profiles");
        assertThat(file).content().contains("token = 11").doesNotContain("pw\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(shell().done("whoami", "--json"))
                .startsWith("{\"user\":\"ann\",\"anonymous\":false,\"authorities\":[");
        assertThat(shell().done("tokens")).contains("hobson on ");
    }

    @Test
    void login_wrongPassword_remembersNothing() {
        var printed = shell().typing("no\n").run("login", SERVER.url(), "--user", "ann", "--password-stdin");

        assertThat(printed.code()).isEqualTo(ExitCode.NOT_PERMITTED);
        assertThat(home.resolve("config/hobson/profiles")).doesNotExist();
    }

    @Test
    void profile_several_areListedChosenAndForgotten() {
        shell().typing("pw\n").done("login", SERVER.url(), "--user", "ann", "--password-stdin", "-P", "work");
        var token = SERVER.client().users().me().tokens().generate("x").value();
        shell().typing(token + "\n")
                .done("login", SERVER.url(), "--user", "ann", "--token-stdin", "--profile", "other");

        assertThat(shell().done("profile", "list"))
                .isEqualTo("work\tyes\t" + SERVER.url() + "\tann\nother\tno\t" + SERVER.url() + "\tann\n");
        shell().done("profile", "use", "other");
        assertThat(shell().done("profile", "show")).contains("other").doesNotContain(token);
        shell().done("profile", "remove", "other");
        assertThat(shell().run("whoami").code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(shell().run("whoami", "--profile", "other").err())
                .contains("There is no profile 'other'; there is work.");
        assertThat(shell().done("--profile", "work", "whoami")).contains("ann");
    }

    @Test
    void profile_proxyWithALogin_isShownWithoutThePassword() throws Exception {
        var file = home.resolve("profiles");
        var shell = shell().with("HOBSON_CONFIG", file.toString());

        Files.writeString(file, "[a]\nurl = https://a/\nproxy = http://me:p@w@proxy:3128\n");
        assertThat(shell.done("profile", "show", "-P", "a")).contains("http://me:****@proxy:3128");
        Files.writeString(file, "[a]\nurl = https://a/\nproxy = http://me@proxy:3128\n");
        assertThat(shell.done("profile", "show", "-P", "a")).contains("http://me@proxy:3128");
    }

    @Test
    void tokens_made_areListedAndRevoked() {
        var shell = SERVER.shell(home);

        var value = shell.done("tokens", "create", "nightly & co").strip();
        assertThat(value).matches("11[0-9a-f]{32}");
        assertThat(shell.done("tokens", "list")).contains("nightly & co\t");
        assertThat(shell.with("HOBSON_TOKEN", value).done("whoami")).contains("ann");
        assertThat(shell.run("tokens", "revoke", "nightly & co").err()).isEqualTo("Revoked nightly & co.\n");
        assertThat(shell.with("HOBSON_TOKEN", value).run("whoami").code()).isEqualTo(ExitCode.NOT_PERMITTED);
        assertThat(shell.run("tokens", "revoke", "nightly & co").code()).isEqualTo(ExitCode.NOT_FOUND);
    }
}
