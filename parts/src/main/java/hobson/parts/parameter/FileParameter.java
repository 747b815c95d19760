package hobson.parts.parameter;

import hobson.engine.Refusal;
import hobson.engine.parameter.ParameterValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that is put into the workspace.
 *
 * @param name also the place of the file in the workspace
 */
record FileParameter(String name, @Nullable String description) implements TypedDefinition {
    @Override
    public String type() {
        return "FileParameterDefinition";
    }

    @Override
    public Optional<ParameterValue> defaultValue(Surroundings surroundings) {
        return Optional.empty();
    }

    @Override
    public ParameterValue fromText(String text, Surroundings surroundings) {
        throw Refusal.badInput("Parameter " + name + " takes a file, not a text");
    }

    @Override
    public boolean takesFile() {
        return true;
    }

    @Override
    public ParameterValue fromFile(String fileName, String upload) {
        if (leavesTheWorkspace()) {
            throw Refusal.badInput("Parameter " + name + " would put its file outside the workspace");
        }
        var plain = lastSegment(fileName);
        boolean usable = !plain.isBlank() && !plain.equals(".") && !plain.equals("..") && plain.indexOf('\0') < 0;
        return new ParameterValue.File(name, usable ? plain : lastSegment(name), upload);
    }

    private boolean leavesTheWorkspace() {
        return name.indexOf('\0') >= 0
                || name.startsWith("/")
                || Path.of(name).normalize().toString().isEmpty()
                || Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
    }

    /** Some callers send the whole path that the file has on their side. */
    private static String lastSegment(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
