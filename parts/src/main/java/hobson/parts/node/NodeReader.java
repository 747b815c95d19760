package hobson.parts.node;

import hobson.engine.node.AgentLauncher;
import hobson.engine.node.Node;
import hobson.engine.node.NodeProperty;
import hobson.engine.node.OfflineMark;
import hobson.engine.node.Setting;
import hobson.parts.document.Element;
import hobson.parts.security.MatrixPart;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads the element of one agent, as tolerantly as any serialised object is read ({@code config-xml.md §1.3}). */
final class NodeReader {
    private final Element root;
    private final UnaryOperator<String> secrets;

    /** @param secrets what a text means that may be an encrypted secret */
    NodeReader(Element root, UnaryOperator<String> secrets) {
        this.root = root;
        this.secrets = secrets;
    }

    Node read() {
        return new Node(
                root.text("name").orElse("").strip(),
                root.text("description").orElse(null),
                root.text("remoteFS").orElse(null),
                root.number("numExecutors").orElse(0),
                exclusive(root.text("mode").orElse("")),
                root.text("label").orElse("").strip(),
                root.child("launcher").map(this::launcher).orElse(null),
                root.child("retentionStrategy").map(this::setting).orElse(null),
                properties(),
                root.child("temporaryOfflineCause").map(NodeReader::mark).orElse(null));
    }

    private static @Nullable Boolean exclusive(String mode) {
        return switch (mode) {
            case "NORMAL" -> false;
            case "EXCLUSIVE" -> true;
            default -> null;
        };
    }

    private AgentLauncher launcher(Element launcher) {
        var type = launcher.attribute("class").orElse(WireNames.INBOUND);
        if (!type.equals(WireNames.INBOUND)) {
            return new AgentLauncher.Other(setting(launcher));
        }
        return new AgentLauncher.Inbound(
                filled(launcher, "tunnel"),
                launcher.child("workDirSettings").map(NodeReader::workFolder).orElse(WireNames.NO_WORK_FOLDER),
                launcher.flag("webSocket", false));
    }

    private static AgentLauncher.WorkFolder workFolder(Element folder) {
        var internal = filled(folder, "internalDir");
        return new AgentLauncher.WorkFolder(
                folder.flag("disabled", false),
                filled(folder, "workDirPath"),
                internal == null ? WireNames.NO_WORK_FOLDER.internal() : internal,
                folder.flag("failIfWorkDirIsMissing", false));
    }

    private static @Nullable String filled(Element element, String field) {
        var text = element.text(field).orElse("").strip();
        return text.isEmpty() ? null : text;
    }

    private List<NodeProperty> properties() {
        var properties = new ArrayList<NodeProperty>();
        root.child("nodeProperties").map(Element::children).orElse(List.of()).forEach(property -> {
            properties.add(property(property));
        });
        return properties;
    }

    private NodeProperty property(Element property) {
        return switch (property.name()) {
            case WireNames.VARIABLES -> variables(property);
            case WireNames.PERMISSIONS -> new NodeProperty.Permissions(MatrixPart.read(property), setting(property));
            default -> new NodeProperty.Other(setting(property));
        };
    }

    private static NodeProperty variables(Element element) {
        var texts = new ArrayList<String>();
        collect(element, texts);
        var variables = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            variables.put(texts.get(i), texts.get(i + 1));
        }
        return new NodeProperty.Variables(variables);
    }

    /** Names and values in turn, whichever way the map was written. */
    private static void collect(Element element, List<String> texts) {
        for (var child : element.children()) {
            if (child.name().equals("string")) {
                texts.add(child.text());
            } else {
                collect(child, texts);
            }
        }
    }

    private static @Nullable OfflineMark mark(Element cause) {
        var kind = cause.attribute("class").orElse("");
        if (!kind.equals(WireNames.BY_USER) && !kind.equals(WireNames.BY_COMMAND)) {
            return null;
        }
        var words = cause.child("description")
                .flatMap(description -> description.child("args"))
                .map(Element::strings)
                .orElse(List.of());
        var reason = words.size() < 2 ? "" : words.get(1);
        return new OfflineMark(
                Long.parseLong(cause.text("timestamp")
                        .filter(text -> text.matches("\\d{1,18}"))
                        .orElse("0")),
                cause.text("userId").orElse(null),
                reason.startsWith(" : ") ? reason.substring(3) : null,
                kind.equals(WireNames.BY_COMMAND));
    }

    private Setting setting(Element element) {
        var attributes = new ArrayList<Setting.Attribute>();
        var written = element.attributes();
        for (int i = 0; i < written.size(); i += 2) {
            attributes.add(new Setting.Attribute(written.get(i), written.get(i + 1)));
        }
        var children = element.children().stream().map(this::setting).toList();
        return new Setting(element.name(), attributes, secrets.apply(element.text()), children);
    }
}
