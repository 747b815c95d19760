package hobson.parts.node;

import hobson.engine.Refusal;
import hobson.engine.node.Node;
import hobson.engine.node.NodeFormat;
import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads and writes {@code hudson.slaves.DumbSlave}. */
public final class NodeDocuments implements NodeFormat {
    private static final Set<String> AGENT = Set.of("slave", "hudson.slaves.DumbSlave");

    private final Documents documents;

    public NodeDocuments(Limits limits) {
        this.documents = new Documents(limits);
    }

    @Override
    public Node read(byte[] document) {
        var root = documents.read(document).root();
        if (!AGENT.contains(root.name())) {
            throw Refusal.badInput("Node types do not match: ‘" + root.name() + "’ is none, ‘slave’ is");
        }
        return new NodeReader(root).read();
    }

    @Override
    public byte[] write(Node node, boolean secrets) {
        return new NodeWriter(secrets).write(node).getBytes(StandardCharsets.UTF_8);
    }
}
