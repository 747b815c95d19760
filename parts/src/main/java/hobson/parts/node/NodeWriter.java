package hobson.parts.node;

import hobson.engine.node.AgentLauncher;
import hobson.engine.node.Node;
import hobson.engine.node.NodeProperty;
import hobson.engine.node.OfflineMark;
import hobson.engine.node.Setting;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the document of one agent: always the same for the same agent, whatever was sent ({@code config-xml.md §1.1}). */
final class NodeWriter {
    private final SettingXml xml;

    /** @param secrets how they are shown */
    NodeWriter(UnaryOperator<String> secrets) {
        this.xml = new SettingXml(secrets);
    }

    String write(Node node) {
        xml.declaration().open("slave");
        var mark = node.mark();
        if (mark != null) {
            mark(mark);
        }
        xml.text("name", node.name()).optional("description", node.description());
        xml.optional("remoteFS", node.remoteRoot()).text("numExecutors", Integer.toString(node.executors()));
        var exclusive = node.exclusive();
        xml.optional("mode", exclusive == null ? null : exclusive ? "EXCLUSIVE" : "NORMAL");
        var retention = node.retention();
        if (retention != null) {
            xml.setting(retention);
        }
        launcher(node.launcher());
        xml.text("label", node.labels());
        properties(node);
        return xml.close("slave").toString();
    }

    private void mark(OfflineMark mark) {
        var user = mark.user();
        xml.open("temporaryOfflineCause", "class", mark.byCommand() ? WireNames.BY_COMMAND : WireNames.BY_USER)
                .text("timestamp", Long.toString(mark.timestamp()))
                .open("description")
                .open("holder")
                .text("owner", "hudson.slaves.Messages")
                .close("holder")
                .text("key", "SlaveComputer.DisconnectedBy")
                .open("args")
                .text("string", user == null ? "anonymous" : user)
                .text("string", mark.message() == null ? "" : " : " + mark.message())
                .close("args")
                .close("description")
                .optional("userId", user)
                .optional("message", mark.byCommand() ? mark.message() : null)
                .close("temporaryOfflineCause");
    }

    private void launcher(@Nullable AgentLauncher launcher) {
        switch (launcher) {
            case null -> {}
            case AgentLauncher.Other(var setting) -> xml.setting(setting);
            case AgentLauncher.Inbound(var tunnel, var folder, var webSocket) ->
                xml.open("launcher", "class", WireNames.INBOUND)
                        .optional("tunnel", tunnel)
                        .open("workDirSettings")
                        .text("disabled", Boolean.toString(folder.disabled()))
                        .optional("workDirPath", folder.path())
                        .text("internalDir", folder.internal())
                        .text("failIfWorkDirIsMissing", Boolean.toString(folder.mustExist()))
                        .close("workDirSettings")
                        .text("webSocket", Boolean.toString(webSocket))
                        .close("launcher");
        }
    }

    private void properties(Node node) {
        if (node.properties().isEmpty()) {
            xml.empty("nodeProperties");
            return;
        }
        xml.open("nodeProperties");
        for (var property : node.properties()) {
            switch (property) {
                case NodeProperty.Variables(var variables) -> variables(variables);
                case NodeProperty.Other(var setting) -> xml.setting(setting);
                case NodeProperty.Permissions(var _, var setting) -> xml.setting(setting);
            }
        }
        xml.close("nodeProperties");
    }

    private void variables(SortedMap<String, String> variables) {
        xml.open(WireNames.VARIABLES)
                .open("envVars", "serialization", "custom")
                .empty("unserializable-parents")
                .open("tree-map")
                .open("default")
                .setting(Setting.of(
                        "comparator",
                        SettingXml.type("java.lang.String$CaseInsensitiveComparator"),
                        java.util.List.of()))
                .close("default")
                .text("int", Integer.toString(variables.size()));
        variables.forEach((name, value) -> xml.text("string", name).text("string", value));
        xml.close("tree-map").close("envVars").close(WireNames.VARIABLES);
    }
}
