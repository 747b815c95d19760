package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.node.AgentLauncher;
import hobson.engine.node.Node;
import hobson.engine.node.NodeProperty;
import hobson.engine.node.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An agent as forms and client libraries describe it in the field {@code json} ({@code endpoints.md §8.1}). */
final class NodeForm {
    private static final String VARIABLES = "hudson.slaves.EnvironmentVariablesNodeProperty";
    private static final String TOOLS = "hudson.tools.ToolLocationNodeProperty";

    private NodeForm() {}

    /** What is not said is as in a new form; keys that mean nothing are ignored. */
    static Node read(String name, JsonNode form) {
        return new Node(
                name,
                text(form, "nodeDescription"),
                text(form, "remoteFS"),
                number(form, "numExecutors", 1),
                isExclusive(text(form, "mode")),
                labels(form),
                launcher(form.path("launcher")),
                RetentionForm.read(form.path("retentionStrategy")),
                properties(form.path("nodeProperties")),
                null);
    }

    static @Nullable String text(JsonNode form, String key) {
        var value = form.path(key);
        return value.isValueNode() && !value.isNull() ? value.asString("") : null;
    }

    static String labels(JsonNode form) {
        var labels = text(form, "labelString");
        return labels == null ? "" : labels.strip();
    }

    /** A number, or a text that is one. */
    static int number(JsonNode form, String key, int otherwise) {
        var text = text(form, key);
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    static boolean flag(JsonNode form, String key) {
        return "true".equals(text(form, key));
    }

    static boolean isExclusive(@Nullable String mode) {
        return switch (mode) {
            case null -> false;
            case "", "NORMAL" -> false;
            case "EXCLUSIVE" -> true;
            default -> throw Refusal.badInput("the mode of a node is NORMAL or EXCLUSIVE, not ‘" + mode + "’");
        };
    }

    private static @Nullable AgentLauncher launcher(JsonNode form) {
        if (!form.isObject()) {
            return null;
        }
        var type = JsonSettings.type(form);
        if (type.equals("hudson.slaves.JNLPLauncher")) {
            return inbound(form);
        }
        return new AgentLauncher.Other(LauncherForm.read(type, form));
    }

    private static AgentLauncher inbound(JsonNode form) {
        var folder = form.path("workDirSettings");
        var standard = AgentLauncher.STANDARD.workFolder();
        var internal = filled(folder, "internalDir");
        return new AgentLauncher.Inbound(
                filled(form, "tunnel"),
                folder.isObject()
                        ? new AgentLauncher.WorkFolder(
                                flag(folder, "disabled"),
                                filled(folder, "workDirPath"),
                                internal == null ? standard.internal() : internal,
                                flag(folder, "failIfWorkDirIsMissing"))
                        : standard,
                flag(form, "webSocket"));
    }

    private static @Nullable String filled(JsonNode form, String key) {
        var text = text(form, key);
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Keyed by class with dashes for dots, or a list of objects that say their class. */
    static List<NodeProperty> properties(JsonNode form) {
        var properties = new ArrayList<NodeProperty>();
        if (form.isObject()) {
            form.properties().forEach(entry -> {
                if (entry.getValue().isObject()) {
                    properties.add(property(entry.getKey().replace('-', '.'), entry.getValue()));
                }
            });
        }
        if (form.isArray()) {
            form.forEach(element -> properties.add(property(JsonSettings.type(element), element)));
        }
        return properties;
    }

    private static NodeProperty property(String type, JsonNode form) {
        return switch (type) {
            case VARIABLES -> variables(form);
            case TOOLS -> new NodeProperty.Other(tools(form));
            default -> new NodeProperty.Other(Setting.of(type, List.of(), JsonSettings.fields(form)));
        };
    }

    private static NodeProperty variables(JsonNode form) {
        var variables = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var each : JsonSettings.elements(form.path("env"))) {
            var key = filled(each, "key");
            var value = text(each, "value");
            if (key != null) {
                variables.put(key, value == null ? "" : value);
            }
        }
        return new NodeProperty.Variables(variables);
    }

    /** A key is the type of the tool, an at sign, and its name. */
    private static Setting tools(JsonNode form) {
        var locations = new ArrayList<Setting>();
        for (var each : JsonSettings.elements(form.path("locations"))) {
            var key = text(each, "key");
            var home = text(each, "home");
            if (key != null) {
                int at = key.indexOf('@');
                locations.add(Setting.of(
                        TOOLS + "$ToolLocation",
                        List.of(),
                        List.of(
                                Setting.text("type", at < 0 ? key : key.substring(0, at)),
                                Setting.text("name", key.substring(at + 1)),
                                Setting.text("home", home == null ? "" : home))));
            }
        }
        return Setting.of(TOOLS, List.of(), List.of(Setting.of("locations", List.of(), locations)));
    }
}
