package hobson.engine.node;

import org.jspecify.annotations.Nullable;

/** How an agent comes to be connected. Immutable. */
public sealed interface AgentLauncher {
    /** What is meant where nothing is said. */
    Inbound STANDARD = new Inbound(null, new WorkFolder(false, null, "remoting", false), false);

    /**
     * The agent calls the server.
     *
     * @param tunnel {@code host:port} by way of which it does; null for none
     */
    record Inbound(@Nullable String tunnel, WorkFolder workFolder, boolean webSocket) implements AgentLauncher {}

    /**
     * Where an inbound agent keeps files of its own.
     *
     * @param path null for the remote root of the node
     */
    record WorkFolder(boolean disabled, @Nullable String path, String internal, boolean mustExist) {}

    /** The server starts the agent in a way that this server keeps and does not have. */
    record Other(Setting setting) implements AgentLauncher {}
}
