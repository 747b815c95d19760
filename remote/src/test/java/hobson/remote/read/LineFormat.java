package hobson.remote.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.item.ItemFormat;
import hobson.engine.item.ItemPath;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.run.Publisher;
import hobson.engine.user.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Jobs as lines such as {@code description=builds it}: enough for what is read of them here. */
final class LineFormat implements ItemFormat {
    @Override
    public JobDefinition read(byte[] document) {
        var fields = fields(document);
        var parts = new ArrayList<Object>();
        var declared = fields.get("parameter");
        if (declared != null) parts.add(new Declared(List.of(declared.split(" "))));
        return new JobDefinition(
                "hudson.model.FreeStyleProject",
                fields.get("description"),
                fields.get("displayName"),
                fields.containsKey("disabled"),
                fields.containsKey("concurrent"),
                false,
                OptionalInt.empty(),
                placement(fields.get("label")),
                null,
                null,
                false,
                false,
                List.of(),
                parts,
                List.of(),
                fields.containsKey("triggers") ? List.of(new Triggers(fields.get("triggers"))) : List.of(),
                List.of(),
                false);
    }

    /** A declaration of parameters, by name. */
    record Declared(List<String> names) {}

    private record Triggers(String job) implements Publisher {
        @Override
        public String name() {
            return "triggers " + job;
        }

        @Override
        public List<String> downstream() {
            return List.of(job);
        }

        @Override
        public hobson.engine.build.Result perform(hobson.engine.run.BuildContext context) {
            throw new UnsupportedOperationException("nothing is built here");
        }
    }

    private static Placement placement(@Nullable String label) {
        if (label == null) return new Placement.Anywhere();
        return label.isEmpty() ? new Placement.BuiltIn() : new Placement.Labelled(label);
    }

    private static Map<String, String> fields(byte[] document) {
        var fields = new LinkedHashMap<String, String>();
        for (var line : new String(document, UTF_8).lines().toList()) {
            int equals = line.indexOf('=');
            if (equals >= 0) fields.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return fields;
    }

    private static byte[] with(byte[] document, String key, @Nullable String value) {
        var fields = fields(document);
        if (value == null) fields.remove(key);
        else fields.put(key, value);
        var lines = new StringBuilder();
        fields.forEach(
                (name, text) -> lines.append(name).append('=').append(text).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }

    @Override
    public byte[] blank(String kind) {
        return new byte[0];
    }

    @Override
    public byte[] withDescription(byte[] document, String description) {
        return with(document, "description", description);
    }

    @Override
    public byte[] withDisabled(byte[] document, boolean disabled) {
        return with(document, "disabled", disabled ? "" : null);
    }

    @Override
    public byte[] withDisplayName(byte[] document, @Nullable String displayName) {
        return with(document, "displayName", displayName);
    }

    @Override
    public byte[] withGrant(byte[] document, String user, Set<Permission> permissions) {
        return document;
    }

    @Override
    public byte[] withSecrets(byte[] document, UnaryOperator<String> change) {
        return document;
    }

    @Override
    public byte[] masked(byte[] document) {
        return document;
    }

    @Override
    public byte[] withRenamedReference(byte[] document, ItemPath owner, ItemPath from, ItemPath to) {
        return document;
    }
}
