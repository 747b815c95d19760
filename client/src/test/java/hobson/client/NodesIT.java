package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NodesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final Nodes nodes = SERVER.admin().nodes();
    private Node node;

    @BeforeEach
    void create() {
        node = nodes.create(
                SERVER.name("agent"),
                NodeOptions.inbound("/home/ci")
                        .executors(2)
                        .labels("linux", "gpu")
                        .description("under the desk")
                        .variable("A", "1"));
    }

    @AfterEach
    void delete() {
        if (node.exists()) {
            node.delete();
        }
    }

    @Test
    void list_builtInNodeAndAgents_areTold() {
        var list = nodes.list();

        assertThat(list.get(0).isBuiltIn()).isTrue();
        assertThat(list.get(0).isOffline()).isFalse();
        assertThat(list).extracting(NodeInfo::name).contains(node.name()).isEqualTo(nodes.names());
        assertThat(nodes.executors().total()).isPositive();
        assertThat(nodes.executors().busy()).isNotNegative();
    }

    @Test
    void create_inboundAgent_hasWhatItWasGiven() {
        var info = node.info();

        assertThat(info.name()).isEqualTo(node.name());
        assertThat(info.description()).contains("under the desk");
        assertThat(info.executors()).isEqualTo(2);
        assertThat(info.labels()).contains("linux", "gpu", node.name());
        assertThat(info.isInbound()).isTrue();
        assertThat(info.isOffline()).isTrue();
        assertThat(info.isBuiltIn()).isFalse();
        assertThat(node.config().text()).contains("<remoteFS>/home/ci</remoteFS>", "<string>A</string>");
        assertThatThrownBy(() -> nodes.create(node.name(), NodeOptions.inbound("/")))
                .isInstanceOf(HobsonException.Conflict.class);
    }

    @Test
    @Tag("plugins")
    void create_sshAgent_keepsHowItIsReached() {
        var ssh = nodes.create(
                SERVER.name("ssh"),
                NodeOptions.ssh("/home/ci", "host.example", 2222, "key")
                        .exclusive()
                        .onDemand(1, 5));
        try {
            assertThat(ssh.config().text())
                    .contains("<host>host.example</host>", "<port>2222</port>", "<credentialsId>key</credentialsId>")
                    .contains("ManuallyTrustedKeyVerificationStrategy")
                    .contains("<mode>EXCLUSIVE</mode>", "RetentionStrategy$Demand", "<idleDelay>5</idleDelay>");
        } finally {
            ssh.delete();
        }
    }

    @Test
    @Tag("plugins")
    void create_commandAgent_keepsItsCommand() {
        var command = nodes.create(
                SERVER.name("command"),
                NodeOptions.command("/home/ci", "java -jar agent.jar")
                        .tool("hudson.model.JDK$DescriptorImpl@jdk", "/jdk"));
        try {
            assertThat(command.config().text()).contains("java -jar agent.jar").contains("<home>/jdk</home>");
        } finally {
            command.delete();
        }
    }

    @Test
    void create_fromDocument_isThatNode() {
        var made = nodes.create(
                SERVER.name("document"), node.config().text().replace(node.name(), SERVER.name("document")));
        try {
            assertThat(made.info().labels()).contains("gpu");
        } finally {
            made.delete();
        }
    }

    @Test
    void copy_ofAnAgent_isLikeIt() {
        var copy = nodes.copy(node.name(), SERVER.name("copy"));
        try {
            assertThat(copy.info().executors()).isEqualTo(2);
        } finally {
            copy.delete();
        }
    }

    @Test
    void delete_anAgent_isGone() {
        node.delete();

        assertThat(node.exists()).isFalse();
        assertThatThrownBy(node::info).isInstanceOf(HobsonException.NotFound.class);
    }

    @Test
    void update_document_changesTheNode() {
        var document = node.config();

        node.update(document.withText(document.text().replace("under the desk", "in the cellar")));

        assertThat(node.info().description()).contains("in the cellar");
    }

    @Test
    void setters_oneByOne_changeNothingElse() {
        node.setExecutors(5);
        node.setLabels("mac");
        node.setExclusive(true);

        assertThat(node.info().executors()).isEqualTo(5);
        assertThat(node.info().labels()).containsExactlyInAnyOrder("mac", node.name());
        assertThat(node.config().text())
                .contains("<mode>EXCLUSIVE</mode>", "<remoteFS>/home/ci</remoteFS>", "under the desk");
    }

    @Test
    void setExecutors_ofTheBuiltInNode_countsAtOnce() {
        int before = nodes.builtIn().info().executors();
        try {
            nodes.builtIn().setExecutors(before + 3);
            assertThat(nodes.builtIn().info().executors()).isEqualTo(before + 3);
        } finally {
            nodes.builtIn().setExecutors(before);
        }
    }

    @Test
    void offline_withReasons_isToldUntilItIsOnline() {
        var builtIn = nodes.builtIn();
        try {
            builtIn.offline("new disk");
            builtIn.awaitOffline(PATIENCE);
            assertThat(builtIn.info().offlineReason()).contains("new disk");
            builtIn.offline("another disk");
            assertThat(builtIn.info().offlineReason()).contains("another disk");
            assertThat(builtIn.info().isTemporarilyOffline()).isTrue();
        } finally {
            builtIn.online();
        }
        builtIn.awaitOnline(PATIENCE);
        builtIn.online();
        assertThat(builtIn.info().isTemporarilyOffline()).isFalse();
    }

    @Test
    void toggleOffline_twice_isAsBefore() {
        node.toggleOffline("x");
        assertThat(node.info().isTemporarilyOffline()).isTrue();
        node.toggleOffline("");
        assertThat(node.info().isTemporarilyOffline()).isFalse();
    }

    @Test
    void connect_andDisconnectInboundAgent_leaveItToTheAgent() {
        node.connect();
        node.disconnect("later");

        assertThat(node.info().isOffline()).isTrue();
        assertThat(node.log()).isNotNull();
    }

    @Test
    void executors_ofTheBuiltInNode_areSlots() {
        assertThat(nodes.builtIn().executors())
                .hasSize(nodes.builtIn().info().executors())
                .allSatisfy(executor -> assertThat(executor.number()).isNotNegative());
    }

    @Test
    void running_somethingIsBuilt_isThatBuild() throws Exception {
        var hobson = SERVER.admin();
        try (var gate = Gate.closed()) {
            var job = hobson.jobs()
                    .create(SERVER.name("running"), JobOptions.freestyle().shell(gate.command()));
            int number = job.trigger().awaitNumber(PATIENCE);

            assertThat(nodes.running()).anySatisfy(executor -> {
                assertThat(executor.job()).contains(job.path());
                assertThat(executor.buildNumber()).hasValue(number);
                assertThat(executor.isIdle()).isFalse();
            });
            gate.open();
            job.awaitIdle(PATIENCE);
            job.delete();
        }
    }

    @Test
    void info_ofTheBuiltInNode_hasItsMonitors() {
        assertThat(nodes.builtIn().info().monitors().members()).containsKey("hudson.node_monitors.DiskSpaceMonitor");
    }

    @Test
    void loadStatistics_ofANode_areTold() {
        assertThat(nodes.builtIn().loadStatistics().series()).containsKey("busyExecutors");
    }

    @Test
    void label_ofAgents_namesThem() {
        var label = nodes.label("gpu");

        assertThat(label.nodes()).contains(node.name());
        assertThat(label.isOffline()).isTrue();
        assertThat(nodes.label("nobody-has-it").nodes()).isEmpty();
    }
}
