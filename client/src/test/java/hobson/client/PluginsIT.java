package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(TestServer.HOBSON_ONLY)
class PluginsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final Plugins plugins = SERVER.admin().plugins();

    private void upload(String name, String version) throws Exception {
        var content = EmptyPlugin.file(name, version);
        plugins.upload(name + ".hpi", () -> new ByteArrayInputStream(content), content.length);
    }

    @Test
    void list_installedPlugins_haveTheirDetails() {
        var git = plugins.find("git").orElseThrow();

        assertThat(git.title()).isNotEmpty();
        assertThat(git.version()).isNotEmpty();
        assertThat(git.isActive()).isTrue();
        assertThat(git.isEnabled()).isTrue();
        assertThat(plugins.list()).contains(git);
        assertThat(plugins.find("no-such-plugin")).isEmpty();
    }

    @Test
    void install_whatIsThere_isDoneAtOnce() {
        var status = plugins.install("git", "credentials@1.0").await(PATIENCE);

        assertThat(status).allSatisfy(one -> assertThat(one.isSuccess()).isTrue());
        assertThat(plugins.isRestartRequired()).isFalse();
    }

    @Test
    void install_whatNobodyKnows_failsAndSaysSo() {
        var status = plugins.install("no-such-plugin@1.0").await(PATIENCE);

        assertThat(status).singleElement().satisfies(one -> {
            assertThat(one.isOver()).isTrue();
            assertThat(one.isSuccess()).isFalse();
            assertThat(one.message()).get().asString().contains("no-such-plugin");
        });
        assertThat(plugins.installations()).contains(status.get(0));
    }

    @Test
    void missing_ofSome_areThoseThatAreNotThere() {
        assertThat(plugins.missing("git@1.0", "no-such-plugin@1.0")).containsExactly("no-such-plugin");
    }

    @Test
    void upload_aFile_tellsItsProgressAndIsListed() throws Exception {
        var moved = new ArrayList<Transfer>();
        var content = EmptyPlugin.file("uploaded", "1.0");

        SERVER.admin()
                .on(moved::add)
                .plugins()
                .upload("uploaded.hpi", () -> new ByteArrayInputStream(content), content.length);

        assertThat(moved)
                .last()
                .satisfies(transfer -> assertThat(transfer.bytes()).isEqualTo(content.length));
        assertThat(plugins.find("uploaded").orElseThrow().version()).isEqualTo("1.0");
    }

    @Test
    void upload_noPlugin_isRefused() {
        assertThatThrownBy(() -> plugins.upload("a.txt", () -> new ByteArrayInputStream(new byte[3]), 3))
                .isInstanceOf(HobsonException.BadRequest.class);
    }

    @Test
    void disableEnableUninstall_ofOne_areTold() throws Exception {
        upload("switched", "1.0");

        plugins.disable("switched");
        assertThat(plugins.find("switched").orElseThrow().isEnabled()).isFalse();
        plugins.enable("switched");
        assertThat(plugins.find("switched").orElseThrow().isEnabled()).isTrue();
        plugins.unpin("switched");
        plugins.uninstall("switched");
        assertThat(plugins.find("switched").map(Plugin::isDeleted).orElse(true)).isTrue();
    }

    @Test
    void downgrade_ofServersOfToday_isNotThere() throws Exception {
        upload("old", "1.0");

        assertThatThrownBy(() -> plugins.downgrade("old")).isInstanceOf(HobsonException.NotFound.class);
    }

    @Test
    void list_withoutPermission_isForbidden() {
        assertThatThrownBy(() ->
                        SERVER.anonymous().password("reader", "pw").plugins().list())
                .isInstanceOf(HobsonException.Forbidden.class);
    }
}
