package hobson.remote.node;

import hobson.engine.Refusal;
import hobson.engine.node.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** When an agent is to be connected. */
final class RetentionForm {
    private static final String ALWAYS = "hudson.slaves.RetentionStrategy$Always";
    private static final String DEMAND = "hudson.slaves.RetentionStrategy$Demand";
    private static final String SCHEDULE = "hudson.slaves.SimpleScheduledRetentionStrategy";

    private RetentionForm() {}

    static @Nullable Setting read(JsonNode form) {
        if (!form.isObject()) {
            return null;
        }
        var type = JsonSettings.type(form);
        var fields = switch (type) {
            case ALWAYS -> List.<Setting>of();
            case DEMAND ->
                List.of(
                        number("inDemandDelay", Math.max(0, NodeForm.number(form, "inDemandDelay", 0))),
                        number("idleDelay", Math.max(1, NodeForm.number(form, "idleDelay", 1))));
            case SCHEDULE -> schedule(form);
            default -> throw Refusal.badInput("No retention strategy ‘" + type + "’ is known");
        };
        return Setting.of("retentionStrategy", JsonSettings.typeAttribute(type), fields);
    }

    private static List<Setting> schedule(JsonNode form) {
        var spec = NodeForm.text(form, "startTimeSpec");
        return List.of(
                Setting.text("startTimeSpec", spec == null ? "" : spec),
                number("upTimeMins", Math.max(1, NodeForm.number(form, "upTimeMins", 1))),
                Setting.text("keepUpWhenActive", Boolean.toString(NodeForm.flag(form, "keepUpWhenActive"))));
    }

    private static Setting number(String name, int value) {
        return Setting.text(name, Integer.toString(value));
    }
}
