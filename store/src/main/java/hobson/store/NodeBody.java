package hobson.store;

import hobson.engine.node.AgentLauncher;
import hobson.engine.node.AgentLauncher.WorkFolder;
import hobson.engine.node.Node;
import hobson.engine.node.NodeProperty;
import hobson.engine.node.OfflineMark;
import hobson.engine.node.Setting;
import hobson.engine.user.OwnGrants;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of a node no statement looks at. */
final class NodeBody {
    private static final int VERSION = 2;
    private static final int NOTHING = 0;
    private static final int INBOUND = 1;
    private static final int VARIABLES = 1;
    private static final int OTHER = 2;
    private static final int PERMISSIONS = 3;

    private NodeBody() {}

    static byte[] bytes(Node node) {
        var exclusive = node.exclusive();
        var to = new Encoder(VERSION)
                .optional(node.description())
                .optional(node.remoteRoot())
                .number(node.executors())
                .optional(exclusive == null ? null : exclusive.toString())
                .text(node.labels());
        launcher(to, node.launcher());
        to.list(node.retention() == null ? List.of() : List.of(node.retention()), NodeBody::setting)
                .list(node.properties(), NodeBody::property);
        var mark = node.mark();
        to.flag(mark != null);
        if (mark != null) {
            to.number(mark.timestamp())
                    .optional(mark.user())
                    .optional(mark.message())
                    .flag(mark.byCommand());
        }
        return to.bytes();
    }

    static Node read(String name, byte[] bytes) {
        var from = new Decoder(bytes, VERSION, () -> "node " + name);
        return new Node(
                name,
                from.optional(),
                from.optional(),
                from.integer(),
                flag(from.optional()),
                from.text(),
                launcher(from),
                from.list(NodeBody::setting).stream().findFirst().orElse(null),
                from.list(NodeBody::property),
                from.flag() ? mark(from) : null);
    }

    /** Those of the first version were all made by requests. */
    private static OfflineMark mark(Decoder from) {
        return new OfflineMark(from.number(), from.optional(), from.optional(), from.version() > 1 && from.flag());
    }

    private static @Nullable Boolean flag(@Nullable String text) {
        return text == null ? null : Boolean.valueOf(text);
    }

    private static void launcher(Encoder to, @Nullable AgentLauncher launcher) {
        switch (launcher) {
            case null -> to.kind(NOTHING);
            case AgentLauncher.Inbound(var tunnel, var folder, var webSocket) ->
                to.kind(INBOUND)
                        .optional(tunnel)
                        .flag(folder.disabled())
                        .optional(folder.path())
                        .text(folder.internal())
                        .flag(folder.mustExist())
                        .flag(webSocket);
            case AgentLauncher.Other(var setting) -> setting(to.kind(OTHER), setting);
        }
    }

    private static @Nullable AgentLauncher launcher(Decoder from) {
        int kind = from.kind();
        return switch (kind) {
            case NOTHING -> null;
            case INBOUND ->
                new AgentLauncher.Inbound(
                        from.optional(),
                        new WorkFolder(from.flag(), from.optional(), from.text(), from.flag()),
                        from.flag());
            case OTHER -> new AgentLauncher.Other(setting(from));
            default -> throw from.unknown("launcher", kind);
        };
    }

    private static void property(Encoder to, NodeProperty property) {
        switch (property) {
            case NodeProperty.Variables(var variables) ->
                to.kind(VARIABLES).list(List.copyOf(variables.entrySet()), NodeBody::variable);
            case NodeProperty.Other(var setting) -> setting(to.kind(OTHER), setting);
            case NodeProperty.Permissions(var grants, var setting) -> {
                GrantCodes.write(to.kind(PERMISSIONS), grants);
                setting(to, setting);
            }
        }
    }

    private static void variable(Encoder to, Map.Entry<String, String> variable) {
        to.text(variable.getKey()).text(variable.getValue());
    }

    private static NodeProperty property(Decoder from) {
        int kind = from.kind();
        return switch (kind) {
            case VARIABLES -> {
                var variables = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
                from.list(NodeBody::attribute).forEach(each -> variables.put(each.name(), each.value()));
                yield new NodeProperty.Variables(variables);
            }
            case OTHER -> new NodeProperty.Other(setting(from));
            case PERMISSIONS -> permissions(GrantCodes.read(from), setting(from));
            default -> throw from.unknown("property", kind);
        };
    }

    private static NodeProperty permissions(@Nullable OwnGrants grants, Setting setting) {
        return grants == null ? new NodeProperty.Other(setting) : new NodeProperty.Permissions(grants, setting);
    }

    private static void setting(Encoder to, Setting setting) {
        to.text(setting.name())
                .list(setting.attributes(), NodeBody::attribute)
                .text(setting.text())
                .list(setting.children(), NodeBody::setting);
    }

    private static Setting setting(Decoder from) {
        return new Setting(from.text(), from.list(NodeBody::attribute), from.text(), from.list(NodeBody::setting));
    }

    private static void attribute(Encoder to, Setting.Attribute attribute) {
        to.text(attribute.name()).text(attribute.value());
    }

    private static Setting.Attribute attribute(Decoder from) {
        return new Setting.Attribute(from.text(), from.text());
    }
}
