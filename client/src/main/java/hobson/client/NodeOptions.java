package hobson.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an agent shall be. Immutable: each setter returns another. Begins with who starts it: {@link #inbound}, {@link #ssh} or {@link
 * #command}.
 */
public final class NodeOptions {
    static final String TYPE = "hudson.slaves.DumbSlave";

    private static final String CLASS = "$class";
    private static final String LEGACY_CLASS = "stapler-class";

    private final Map<String, Object> settings;
    private final Map<String, String> environment;
    private final Map<String, String> tools;

    private NodeOptions(Map<String, Object> settings, Map<String, String> environment, Map<String, String> tools) {
        this.settings = settings;
        this.environment = environment;
        this.tools = tools;
    }

    /**
     * An agent that connects to the server by itself.
     *
     * @param folder in which it works, on its machine
     */
    public static NodeOptions inbound(String folder) {
        var work = Map.of(
                "disabled", false, "workDirPath", "", "internalDir", "remoting", "failIfWorkDirIsMissing", false);
        return of(folder, typed("hudson.slaves.JNLPLauncher", Map.of("workDirSettings", work, "tunnel", "")));
    }

    /**
     * An agent that the server starts over ssh, with the plug-in for it. The key that the machine shows at the first connection is trusted, and no other
     * afterwards: whoever can stand in for the machine at that moment gets the credentials. Where that matters, give the node a document that names
     * the key ({@link Node#update}).
     *
     * @param credentials id of the credentials that open the machine
     */
    public static NodeOptions ssh(String folder, String host, int port, String credentials) {
        var trust = typed(
                "hudson.plugins.sshslaves.verifiers.ManuallyTrustedKeyVerificationStrategy",
                Map.of("requireInitialManualTrust", false));
        var fields = Map.of(
                "host", host, "port", port, "credentialsId", credentials, "sshHostKeyVerificationStrategy", trust);
        return of(folder, typed("hudson.plugins.sshslaves.SSHLauncher", fields));
    }

    /** An agent that the server starts by a command on its own machine, with the plug-in for it. */
    public static NodeOptions command(String folder, String commandLine) {
        return of(folder, typed("hudson.slaves.CommandLauncher", Map.of("command", commandLine)));
    }

    private static NodeOptions of(String folder, Map<String, Object> launcher) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("nodeDescription", "");
        settings.put("numExecutors", "1");
        settings.put("remoteFS", folder);
        settings.put("labelString", "");
        settings.put("mode", "NORMAL");
        settings.put("retentionStrategy", typed("hudson.slaves.RetentionStrategy$Always", Map.of()));
        settings.put("launcher", launcher);
        return new NodeOptions(settings, Map.of(), Map.of());
    }

    /** How many builds it runs at the same time; 1 unless it is said. */
    public NodeOptions executors(int count) {
        return with("numExecutors", String.valueOf(count));
    }

    public NodeOptions labels(String... labels) {
        return with("labelString", String.join(" ", labels));
    }

    public NodeOptions description(String text) {
        return with("nodeDescription", text);
    }

    /** Builds only what asks for it by a label. */
    public NodeOptions exclusive() {
        return with("mode", "EXCLUSIVE");
    }

    /** Is started when something waits for it, and stopped when nothing has for some minutes. */
    public NodeOptions onDemand(int inDemandMinutes, int idleMinutes) {
        var fields = Map.<String, Object>of(
                "inDemandDelay", String.valueOf(inDemandMinutes), "idleDelay", String.valueOf(idleMinutes));
        return with("retentionStrategy", typed("hudson.slaves.RetentionStrategy$Demand", fields));
    }

    /** A variable of the environment of all that is built there. */
    public NodeOptions variable(String name, String value) {
        return new NodeOptions(settings, with(environment, name, value), tools);
    }

    /**
     * Where a tool is on that machine.
     *
     * @param tool the type and the name, {@code hudson.model.JDK$DescriptorImpl@jdk21}
     */
    public NodeOptions tool(String tool, String home) {
        return new NodeOptions(settings, environment, with(tools, tool, home));
    }

    private NodeOptions with(String name, Object value) {
        var changed = new LinkedHashMap<>(settings);
        changed.put(name, value);
        return new NodeOptions(changed, environment, tools);
    }

    private static Map<String, String> with(Map<String, String> pairs, String name, String value) {
        var more = new TreeMap<>(pairs);
        more.put(name, value);
        return more;
    }

    /** Both names of the class: one for servers of today, one for those of yesterday. */
    private static Map<String, Object> typed(String type, Map<String, ?> fields) {
        var typed = new LinkedHashMap<String, Object>();
        typed.put(LEGACY_CLASS, type);
        typed.put(CLASS, type);
        typed.putAll(fields);
        return typed;
    }

    /** As the form of the server sends it (endpoints.md §8.1). */
    String json(String name) {
        var form = new LinkedHashMap<String, Object>();
        form.put("name", name);
        form.putAll(settings);
        form.put("type", TYPE);
        var properties = new LinkedHashMap<String, Object>();
        properties.put("stapler-class-bag", "true");
        if (!environment.isEmpty()) {
            properties.put(
                    "hudson-slaves-EnvironmentVariablesNodeProperty",
                    Map.of("env", pairs(environment, "key", "value")));
        }
        if (!tools.isEmpty()) {
            properties.put("hudson-tools-ToolLocationNodeProperty", Map.of("locations", pairs(tools, "key", "home")));
        }
        form.put("nodeProperties", properties);
        return JsonText.of(form);
    }

    private static List<Map<String, String>> pairs(Map<String, String> pairs, String key, String value) {
        return pairs.entrySet().stream()
                .map(pair -> Map.of(key, pair.getKey(), value, pair.getValue()))
                .toList();
    }
}
