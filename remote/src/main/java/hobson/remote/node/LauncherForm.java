package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.node.Setting;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The ways in which other servers start agents. They are kept, so that clients find what they sent. */
final class LauncherForm {
    private static final String SSH = "hudson.plugins.sshslaves.SSHLauncher";
    private static final String COMMAND = "hudson.slaves.CommandLauncher";
    private static final String WINDOWS_SERVICE = "hudson.os.windows.ManagedWindowsServiceLauncher";

    /** Fields of {@link #SSH} that always have a value, as they are written. */
    private static final List<Setting> SSH_STANDARD = List.of(
            Setting.text("port", "22"),
            Setting.text("launchTimeoutSeconds", "60"),
            Setting.text("maxNumRetries", "10"),
            Setting.text("retryWaitTime", "15"),
            Setting.text("tcpNoDelay", "true"));

    private LauncherForm() {}

    static Setting read(String type, JsonNode form) {
        var fields = switch (type) {
            case SSH -> ssh(form);
            case COMMAND -> List.of(Setting.text("agentCommand", command(form)));
            case WINDOWS_SERVICE -> JsonSettings.fields(form);
            default -> throw Refusal.badInput("No way ‘" + type + "’ to start agents is known");
        };
        return Setting.of("launcher", JsonSettings.typeAttribute(type), fields);
    }

    private static String command(JsonNode form) {
        var command = NodeForm.text(form, "command");
        return command == null ? "" : command;
    }

    private static List<Setting> ssh(JsonNode form) {
        var fields = new ArrayList<Setting>();
        for (var field : JsonSettings.fields(form)) {
            if (!field.text().isEmpty()
                    || !field.attributes().isEmpty()
                    || !field.children().isEmpty()) {
                fields.add(field);
            }
        }
        for (var standard : SSH_STANDARD) {
            if (fields.stream().noneMatch(field -> field.name().equals(standard.name()))) {
                fields.add(standard);
            }
        }
        return fields;
    }
}
