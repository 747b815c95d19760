package hobson.client;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a build is told. Immutable: {@code with} and {@code file} return longer ones. */
public final class Parameters {
    public static final Parameters NONE = new Parameters(List.of(), List.of());

    private final List<Map.Entry<String, String>> values;
    private final List<Upload> files;

    /**
     * A file that is sent along.
     *
     * @param content opened for each time that it is sent, and closed
     * @param length in bytes; −1 when nobody knows, and then the request is sent in pieces
     */
    record Upload(String parameter, String name, Supplier<? extends InputStream> content, long length) {}

    private Parameters(List<Map.Entry<String, String>> values, List<Upload> files) {
        this.values = values;
        this.files = files;
    }

    /** One value. */
    public static Parameters of(String name, String value) {
        return NONE.with(name, value);
    }

    /** These values. */
    public static Parameters of(Map<String, String> values) {
        return new Parameters(List.copyOf(values.entrySet()), List.of());
    }

    /** One value more. */
    public Parameters with(String name, String value) {
        var more = new ArrayList<>(values);
        more.removeIf(old -> old.getKey().equals(name));
        more.add(Map.entry(name, value));
        return new Parameters(List.copyOf(more), files);
    }

    /** {@code true} or {@code false}. */
    public Parameters with(String name, boolean value) {
        return with(name, Boolean.toString(value));
    }

    /** The content of a file, streamed from disk. */
    public Parameters file(String parameter, Path file) {
        var name = file.getFileName();
        return file(
                parameter,
                name == null ? parameter : name.toString(),
                () -> {
                    try {
                        return new FileInputStream(file.toFile());
                    } catch (FileNotFoundException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                file.toFile().length());
    }

    /**
     * The content of a stream.
     *
     * @param content opened for each time that it is sent, and closed
     * @param length in bytes; −1 when nobody knows
     */
    public Parameters file(String parameter, String fileName, Supplier<? extends InputStream> content, long length) {
        var more = new ArrayList<>(files);
        more.add(new Upload(parameter, fileName, content, length));
        return new Parameters(values, List.copyOf(more));
    }

    boolean isEmpty() {
        return values.isEmpty() && files.isEmpty();
    }

    /** As a form, with the options in it; in parts when there are files. */
    Content content(List<Map.Entry<String, String>> options, Progress progress) {
        var fields = new ArrayList<>(values);
        fields.addAll(options);
        if (files.isEmpty()) {
            return fields.isEmpty() ? Content.NONE : Content.form(fields);
        }
        var parts = new ArrayList<Part>();
        for (var field : fields) {
            parts.add(Part.field(field.getKey(), field.getValue()));
        }
        for (var file : files) {
            parts.add(Part.file(file.parameter, file.name, () -> Watched.publisher(file, progress)));
        }
        return Content.multipart(parts);
    }

    /** Only the names: values may be secrets. */
    @Override
    public String toString() {
        return values.stream().map(Map.Entry::getKey).toList() + " and " + files.size() + " files";
    }
}
