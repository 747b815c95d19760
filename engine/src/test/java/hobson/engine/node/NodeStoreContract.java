package hobson.engine.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.StoreContract;
import hobson.engine.event.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every store of nodes must do. */
public abstract class NodeStoreContract extends StoreContract {
    private static final Setting SETTING = Setting.of(
            "launcher",
            List.of(new Setting.Attribute("class", "a.B$C"), new Setting.Attribute("plugin", STRANGE)),
            List.of(Setting.text("password", STRANGE), Setting.of("empty", List.of(), List.of())));

    private static Node full(String name) {
        return new Node(
                name,
                STRANGE,
                "/home/ci",
                3,
                true,
                "linux " + STRANGE,
                new AgentLauncher.Other(SETTING),
                SETTING,
                List.of(
                        new NodeProperty.Variables(new TreeMap<>(Map.of("A", STRANGE, "b", ""))),
                        new NodeProperty.Other(SETTING)),
                new OfflineMark(17, "ann", STRANGE, true));
    }

    private static Node bare(String name) {
        return new Node(name, null, null, 0, null, "", null, null, List.of(), null);
    }

    private static Node inbound(String name) {
        var folder = new AgentLauncher.WorkFolder(true, "/work", "inside", true);
        return new Node(
                name,
                "",
                "",
                1,
                false,
                "",
                new AgentLauncher.Inbound("host:1", folder, true),
                null,
                List.of(),
                new OfflineMark(0, null, null, false));
    }

    @Test
    void create_nodes_areLoadedAsTheyWereGiven() {
        stores.nodes().create(full("full"), CHANGE);
        stores.nodes().create(bare("bare"), CHANGE);
        stores.nodes().create(inbound("inbound"), CHANGE);

        assertThat(stores.nodes().load()).containsExactlyInAnyOrder(full("full"), bare("bare"), inbound("inbound"));
    }

    @Test
    void create_takenName_isRefusedAndNothingChanges() {
        stores.nodes().create(full("a"), CHANGE);

        assertThatThrownBy(() -> stores.nodes().create(bare("a"), CHANGE)).isInstanceOf(Refusal.class);
        assertThat(stores.nodes().load()).containsExactly(full("a"));
        assertThat(events()).hasSize(1);
    }

    @Test
    void names_inOtherCase_areOthers() {
        stores.nodes().create(bare("a"), CHANGE);
        stores.nodes().create(bare("A"), CHANGE);

        assertThat(stores.nodes().load()).hasSize(2);
    }

    @Test
    void configure_builtInNode_isKeptToo() {
        stores.nodes().configure(Node.builtIn(7, "here", true), CHANGE);

        assertThat(stores.nodes().load()).containsExactly(Node.builtIn(7, "here", true));
        assertThat(lastEvent()).extracting(Event::type, Event::subject).containsExactly("node.configured", "node:");
    }

    @Test
    void rename_toFreeName_isTheSameNode() {
        stores.nodes().create(full("a"), CHANGE);

        stores.nodes().rename("a", full("b"), CHANGE);

        assertThat(stores.nodes().load()).containsExactly(full("b"));
        assertThat(lastEvent()).extracting(Event::type, Event::subject).containsExactly("node.renamed", "node:b");
    }

    @Test
    void rename_toTakenName_isRefusedAndNothingChanges() {
        stores.nodes().create(full("a"), CHANGE);
        stores.nodes().create(bare("b"), CHANGE);

        assertThatThrownBy(() -> stores.nodes().rename("a", full("b"), CHANGE)).isInstanceOf(Refusal.class);
        assertThat(stores.nodes().load()).containsExactlyInAnyOrder(full("a"), bare("b"));
    }

    @Test
    void mark_offAndOn_isTold() {
        stores.nodes().create(bare("a"), CHANGE);

        stores.nodes().mark(bare("a").marked(new OfflineMark(1, "ann", "why", false)), CHANGE);
        assertThat(lastEvent()).extracting(Event::type, Event::subject).containsExactly("node.offline", "node:a");
        stores.nodes().mark(bare("a"), CHANGE);
        assertThat(lastEvent()).extracting(Event::type, Event::subject).containsExactly("node.online", "node:a");
    }

    @Test
    void delete_node_isGone() {
        stores.nodes().create(full("a"), CHANGE);

        stores.nodes().delete("a", CHANGE);
        stores.nodes().delete("nobody", CHANGE);

        assertThat(stores.nodes().load()).isEmpty();
        assertThat(events()).extracting(Event::type).containsExactly("node.created", "node.deleted");
    }
}
