package hobson.store;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.node.Node;
import hobson.engine.node.NodeStore;
import hobson.engine.secret.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code node}. Bodies are encrypted, by the caller's thread. */
final class SqlNodes implements NodeStore {
    private static final String LOAD = "SELECT name, body FROM node";
    private static final String TAKEN = "SELECT count(*) FROM node WHERE name = ?";
    private static final String SAVE = """
            INSERT INTO node (name, body) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET body = excluded.body""";
    private static final String RENAME = "UPDATE node SET name = ?, body = ? WHERE name = ?";
    private static final String DELETE = "DELETE FROM node WHERE name = ?";

    private final Access access;
    private final Vault vault;

    SqlNodes(Access access, Vault vault) {
        this.access = access;
        this.vault = vault;
    }

    @Override
    public List<Node> load() {
        return access.list(LOAD, this::node);
    }

    private Node node(ResultSet row) throws SQLException {
        var name = row.getString(1);
        return NodeBody.read(name, vault.decrypt(row.getBytes(2)));
    }

    private byte[] body(Node node) {
        return vault.encrypt(NodeBody.bytes(node));
    }

    @Override
    public void create(Node node, Change change) {
        var body = body(node);
        access.perform(transaction -> {
            refuseTaken(transaction, node.name());
            transaction.change(SAVE, node.name(), body);
            transaction.event(EventType.NODE_CREATED, node.name(), change);
        });
    }

    private static void refuseTaken(Transaction transaction, String name) throws SQLException {
        if (transaction.number(TAKEN, name) > 0) {
            throw Refusal.badInput("Agent called ‘" + name + "’ already exists");
        }
    }

    @Override
    public void configure(Node node, Change change) {
        save(node, EventType.NODE_CONFIGURED, change);
    }

    @Override
    public void mark(Node node, Change change) {
        save(node, node.mark() == null ? EventType.NODE_ONLINE : EventType.NODE_OFFLINE, change);
    }

    private void save(Node node, EventType type, Change change) {
        var body = body(node);
        access.perform(transaction -> {
            transaction.change(SAVE, node.name(), body);
            transaction.event(type, node.name(), change);
        });
    }

    @Override
    public void rename(String from, Node node, Change change) {
        var body = body(node);
        access.perform(transaction -> {
            refuseTaken(transaction, node.name());
            transaction.change(RENAME, node.name(), body, from);
            transaction.event(EventType.NODE_RENAMED, node.name(), change);
        });
    }

    @Override
    public void delete(String name, Change change) {
        access.perform(transaction -> {
            if (transaction.change(DELETE, name) > 0) {
                transaction.event(EventType.NODE_DELETED, name, change);
            }
        });
    }
}
