package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServerIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String ADMIN = System.getProperty("hobson.client.user", "admin");

    private final Server server = SERVER.admin().server();

    @AfterEach
    void buildAgain() {
        server.cancelQuietDown();
    }

    @Test
    void version_anyServer_isOneOfJenkins() {
        var version = server.version();

        assertThat(version.jenkins()).get().asString().matches("2\\.[0-9.]+");
        assertThat(version.atLeast("2.60")).isTrue();
        assertThat(version.atLeast("99.0")).isFalse();
        assertThat(version.session()).isPresent();
        assertThat(version.software()).isPresent();
        assertThat(version.time().orElseThrow()).isCloseTo(Instant.now(), within());
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(1, java.time.temporal.ChronoUnit.DAYS);
    }

    @Test
    void version_nobodyInParticular_isTold() {
        assertThat(SERVER.anonymous().server().version().jenkins())
                .isEqualTo(server.version().jenkins());
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void version_ofHobson_saysSo() {
        var version = server.version();

        assertThat(version.isHobson()).isTrue();
        assertThat(version.software()).contains("Hobson");
        assertThat(version.identity()).isPresent();
    }

    @Test
    void info_ofTheServer_tellsItsSettings() {
        var info = server.info();

        assertThat(info.mode()).isEqualTo("NORMAL");
        assertThat(info.executors()).isPositive();
        assertThat(info.labels()).isNotEmpty();
        assertThat(info.isQuietingDown()).isFalse();
        assertThat(info.isSecured()).isTrue();
        assertThat(info.wantsCrumbs()).isTrue();
        assertThat(info.views()).contains(info.primaryView().orElseThrow());
    }

    @Test
    void whoAmI_administratorAndNobody_areToldApart() {
        assertThat(server.whoAmI().name()).isEqualTo(ADMIN);
        assertThat(server.whoAmI().isAnonymous()).isFalse();
        assertThat(server.whoAmI().authorities()).contains("authenticated");
        assertThat(SERVER.anonymous().server().whoAmI())
                .isEqualTo(new WhoAmI("anonymous", true, java.util.List.of("anonymous")));
    }

    @Test
    void loadStatistics_ofAllExecutors_haveTheirSeries() {
        var load = server.loadStatistics();

        assertThat(load.series()).containsKeys("busyExecutors", "totalExecutors", "queueLength");
        assertThat(load.find("totalExecutors").orElseThrow().seconds().history())
                .isNotEmpty();
        assertThat(load.find("totalExecutors").orElseThrow().hours().latest()).isNotNaN();
        assertThat(server.unlabeledLoad().series()).containsKey("queueLength");
    }

    @Test
    void crumb_serverThatWantsOne_isGiven() {
        var crumb = server.crumb().orElseThrow();

        assertThat(crumb.field()).isEqualTo("Jenkins-Crumb");
        assertThat(crumb.value()).isNotEmpty();
    }

    @Test
    void quietDown_withReason_isToldUntilItIsCancelled() {
        server.quietDown("new disk");
        assertThat(server.info().isQuietingDown()).isTrue();
        server.quietDown("another disk");
        assertThat(server.info().quietDownReason()).contains("another disk");

        server.cancelQuietDown();
        assertThat(server.info().isQuietingDown()).isFalse();
        assertThat(server.info().quietDownReason()).isEmpty();
    }

    @Test
    void quietDown_withoutReason_startsNothing() {
        server.quietDown();

        assertThat(server.info().isQuietingDown()).isTrue();
        assertThat(server.info().quietDownReason()).isEmpty();
    }

    @Test
    void quietDown_withoutPermission_saysWhichIsMissing() {
        assertThatThrownBy(() ->
                        SERVER.anonymous().password("reader", "pw").server().quietDown())
                .isInstanceOfSatisfying(
                        HobsonException.Forbidden.class,
                        refused -> assertThat(refused.permission())
                                .get()
                                .asString()
                                .endsWith("Administer"));
    }

    @Test
    void reload_thenAwaitReady_isAsBefore() {
        server.reload();
        server.awaitReady(Duration.ofMinutes(1));

        assertThat(server.isReady()).isTrue();
        assertThat(server.whoAmI().name()).isEqualTo(ADMIN);
    }

    @Test
    void awaitReady_nobodyListens_timesOut() throws Exception {
        int port;
        try (var socket = new java.net.ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var nobody = Hobson.connect("http://127.0.0.1:" + port + "/").server();

        assertThat(nobody.isReady()).isFalse();
        assertThatThrownBy(() -> nobody.awaitReady(Duration.ofMillis(300)))
                .isInstanceOf(HobsonException.TimedOut.class);
    }

    @Test
    void script_ofJenkins_printsItsOutput() {
        assumeThat(server.version().isHobson()).isFalse();
        assertThat(server.script("println('hi')")).isEqualTo("hi\n");
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void script_ofHobson_isRefusedWithAReason() {
        assertThatThrownBy(() -> server.script("println('hi')")).hasMessageContaining("does not run scripts");
        assertThatThrownBy(() -> SERVER.admin().nodes().builtIn().script("println('hi')"))
                .isInstanceOf(HobsonException.class);
    }
}
