package hobson.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A machine on which builds run. A handle: it need not exist. */
public final class Node {
    /** The name that all servers know; that of today, {@code (built-in)}, came with 2.307. */
    static final String BUILT_IN = "(master)";

    private final Resource resource;
    private final String name;

    Node(Resource resource, String name) {
        this.resource = resource;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** @throws HobsonException.NotFound when there is none */
    public NodeInfo info() {
        return NodeInfo.of(resource.tree(NodeInfo.TREE));
    }

    public boolean exists() {
        return resource.exists();
    }

    /** Its document; the built-in node has none. */
    public Document config() {
        return resource.config();
    }

    /** Makes it what the document says. Another {@code <name>} in it renames the node. */
    public void update(String document) {
        resource.update(document);
    }

    /**
     * Replaces the definition that was read.
     *
     * @throws HobsonException.Conflict when somebody has changed it since
     */
    public void update(Document document) {
        resource.update(document);
    }

    /** How many builds it runs at the same time; 0 lets nothing start there. */
    public void setExecutors(int count) {
        if (name.equals(BUILT_IN) || name.equals("(built-in)")) {
            var settings = new LinkedHashMap<String, Object>();
            settings.put("numExecutors", String.valueOf(count));
            settings.put("nodeProperties", Map.of("stapler-class-bag", "true"));
            resource.post("configSubmit", Map.of("json", JsonText.of(settings)));
        } else {
            set("numExecutors", String.valueOf(count));
        }
    }

    /** Replaces its labels. */
    public void setLabels(String... labels) {
        set("label", String.join(" ", labels));
    }

    /** Whether it builds only what asks for it by a label. */
    public void setExclusive(boolean only) {
        set("mode", only ? "EXCLUSIVE" : "NORMAL");
    }

    private void set(String element, String text) {
        var document = config();
        update(document.withText(new XmlDocument(document.text()).with(element, text)));
    }

    /** Forgets the node; what runs there is lost. */
    public void delete() {
        resource.delete();
    }

    /** Starts nothing more there. Does nothing but change the reason when it is so already. */
    public void offline(String reason) {
        if (info().isTemporarilyOffline()) {
            offlineReason(reason);
        } else {
            toggleOffline(reason);
        }
    }

    /** Ends what {@link #offline} began; does nothing when nobody has. */
    public void online() {
        if (info().isTemporarilyOffline()) {
            toggleOffline("");
        }
    }

    /** Takes it offline, or ends that. */
    public void toggleOffline(String reason) {
        resource.post("toggleOffline", Map.of("offlineMessage", reason));
    }

    /** Says something else about why it is offline. */
    public void offlineReason(String reason) {
        resource.post(
                "changeOfflineCause",
                Map.of("offlineMessage", reason, "json", JsonText.of(Map.of("offlineMessage", reason))));
    }

    /** Lets the server start the agent, if it can. */
    public void connect() {
        resource.post("launchSlaveAgent");
    }

    /** Ends the connection to the agent; does nothing when there is none. */
    public void disconnect(String reason) {
        resource.post("doDisconnect", Map.of("offlineMessage", reason));
    }

    /** What was written while the agent was started. */
    public String log() {
        return resource.connection()
                .send(Call.get(resource.address() + "logText/progressiveText?start=0"))
                .text();
    }

    /** Its slots, one by one. */
    public List<ExecutorInfo> executors() {
        return resource.tree("executors[" + ExecutorInfo.TREE + "]")
                .each("executors")
                .map(ExecutorInfo::of)
                .toList();
    }

    public LoadStatistics loadStatistics() {
        return LoadStatistics.of(resource.child("loadStatistics/").tree(LoadStatistics.TREE));
    }

    /** Runs a Groovy script there and returns what it printed. Only Jenkins can. */
    public String script(String groovy) {
        return resource.post("scriptText", Map.of("script", groovy)).text();
    }

    /**
     * Waits until it is online.
     *
     * @throws HobsonException.TimedOut when it takes longer
     */
    public void awaitOnline(Duration timeout) {
        await(name + " to be online", timeout, () -> !info().isOffline());
    }

    /**
     * Waits until it is offline.
     *
     * @throws HobsonException.TimedOut when it takes longer
     */
    public void awaitOffline(Duration timeout) {
        await(name + " to be offline", timeout, () -> info().isOffline());
    }

    private static void await(String what, Duration timeout, BooleanSupplier condition) {
        var pace = new Pace(what, timeout);
        while (!condition.getAsBoolean()) {
            pace.pause();
        }
    }
}
