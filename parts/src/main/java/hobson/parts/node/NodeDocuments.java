package hobson.parts.node;

import hobson.engine.Refusal;
import hobson.engine.node.Node;
import hobson.engine.node.NodeFormat;
import hobson.engine.secret.WrittenSecrets;
import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import hobson.parts.job.StoredSecret;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads and writes {@code hudson.slaves.DumbSlave}. */
public final class NodeDocuments implements NodeFormat {
    private static final Set<String> AGENT = Set.of("slave", "hudson.slaves.DumbSlave");

    private static final String MASK = "********";

    private final Documents documents;
    private final WrittenSecrets secrets;

    public NodeDocuments(Limits limits, WrittenSecrets secrets) {
        this.documents = new Documents(limits);
        this.secrets = secrets;
    }

    @Override
    public Node read(byte[] document) {
        var root = documents.read(document).root();
        if (!AGENT.contains(root.name())) {
            throw Refusal.badInput("Node types do not match: ‘" + root.name() + "’ is none, ‘slave’ is");
        }
        return new NodeReader(root, secrets::meaning).read();
    }

    @Override
    public byte[] write(Node node, boolean readable) {
        return new NodeWriter(secret -> readable ? written(secret) : MASK)
                .write(node)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** One of another server stays what it is. */
    private String written(String secret) {
        return StoredSecret.is(secret) ? secret : secrets.write(secret);
    }
}
