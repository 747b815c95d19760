package hobson.client;

import java.util.List;
import java.util.Map;

/** The machines on which builds run. */
public final class Nodes {
    private final Resource server;
    private final Resource computers;

    Nodes(Resource server) {
        this.server = server;
        this.computers = server.child("computer/");
    }

    /** All of them, the built-in one first. */
    public List<NodeInfo> list() {
        return computers
                .tree("computer[" + NodeInfo.TREE + "]")
                .each("computer")
                .map(NodeInfo::of)
                .toList();
    }

    /** Their names, the built-in one's too. */
    public List<String> names() {
        return computers
                .tree("computer[displayName]")
                .each("computer")
                .map(node -> node.text("displayName"))
                .toList();
    }

    /** How many executors there are, and how many of them build something. */
    public ExecutorCount executors() {
        var answer = computers.tree("busyExecutors,totalExecutors");
        return new ExecutorCount((int) answer.number("busyExecutors", 0), (int) answer.number("totalExecutors", 0));
    }

    /** All executors that build something just now, on whatever node. */
    public List<ExecutorInfo> running() {
        return list().stream().flatMap(node -> node.busy().stream()).toList();
    }

    /**
     * Executors of nodes that are online.
     *
     * @param busy how many build something
     */
    public record ExecutorCount(int busy, int total) {}

    /**
     * Makes an agent.
     *
     * @throws HobsonException.Conflict when there is one of that name
     */
    public Node create(String name, NodeOptions options) {
        computers.post("doCreateItem", Map.of("name", name, "type", NodeOptions.TYPE, "json", options.json(name)));
        return node(name);
    }

    /**
     * Makes an agent from its document. A Jenkins before 2.5xx takes none for something new, so there the agent is made first and given the document
     * then.
     *
     * @throws HobsonException.Conflict when there is one of that name
     */
    public Node create(String name, String document) {
        try {
            computers.post("createItem?name=" + ItemPath.encoded(name), Content.xml(document));
            return node(name);
        } catch (HobsonException.BadRequest e) {
            if (computers.connection().isHobson()) {
                throw e;
            }
        }
        var made = create(name, NodeOptions.inbound("/"));
        try {
            made.update(new XmlDocument(document).with("name", name));
            return made;
        } catch (HobsonException e) {
            made.delete();
            throw e;
        }
    }

    /** Makes an agent that is like another one. */
    public Node copy(String from, String name) {
        computers.post("createItem", Map.of("name", name, "mode", "copy", "from", from));
        return node(name);
    }

    public Node node(String name) {
        return new Node(computers.child(ItemPath.encoded(name) + "/"), name);
    }

    /** The node that the server itself is. */
    public Node builtIn() {
        return node(Node.BUILT_IN);
    }

    /** What is known of a label, or of an expression over labels. A label that no node has is one, too. */
    public LabelInfo label(String expression) {
        return LabelInfo.of(
                server.child("label/" + ItemPath.encoded(expression) + "/").tree(LabelInfo.TREE));
    }
}
