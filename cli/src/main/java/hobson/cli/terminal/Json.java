package hobson.cli.terminal;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Answers for programs: times as in ISO 8601, durations in milliseconds, what is not known is {@code null}. */
public final class Json {
    private Json() {}

    /** Prints maps, lists and what {@link Values} can show, on one line. */
    public static void print(Terminal terminal, @Nullable Object value) {
        var text = new StringWriter();
        try (var generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, value);
        }
        terminal.print(text.toString());
    }

    private static void write(JsonGenerator generator, @Nullable Object value) {
        var plain = Values.plain(value);
        if (plain == null) {
            generator.writeNull();
        } else if (plain instanceof Map<?, ?> object) {
            writeObject(generator, object);
        } else if (plain instanceof Collection<?> array) {
            generator.writeStartArray();
            array.forEach(element -> write(generator, element));
            generator.writeEndArray();
        } else if (plain instanceof Boolean yes) {
            generator.writeBoolean(yes);
        } else if (plain instanceof Double number) {
            generator.writeNumber(number);
        } else if (plain instanceof Number number) {
            generator.writeNumber(number.longValue());
        } else if (plain instanceof Duration duration) {
            generator.writeNumber(duration.toMillis());
        } else {
            generator.writeString(plain.toString());
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> object) {
        generator.writeStartObject();
        object.forEach((key, value) -> {
            generator.writeName(String.valueOf(key));
            write(generator, value);
        });
        generator.writeEndObject();
    }
}
