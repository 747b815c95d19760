package hobson.client;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A value of a JSON document, for what the typed answers leave out. Immutable. What is not there is {@link #NULL}, at any depth: {@code
 * build.get("executor").get("number").asInt()} is empty while nothing is built.
 */
public final class Json {
    /** What is null, or not there. */
    public static final Json NULL = new Json(null);

    private static final int DEEPEST = 300;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Java's NaN is written as it is (remote-api.md §2.5)
            .build();

    /** A {@code Map<String, Json>}, {@code List<Json>}, {@code String}, {@code Number}, {@code Boolean} or null. */
    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /** @throws JacksonException when it is not one document of JSON, or nested too deep */
    static Json parse(String text) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return document(parser);
        }
    }

    /** @throws JacksonException when it is not one document of JSON, or nested too deep */
    static Json parse(InputStream bytes) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            return document(parser);
        }
    }

    private static Json document(JsonParser parser) {
        return value(parser, parser.nextToken());
    }

    private static Json value(JsonParser parser, @Nullable JsonToken token) {
        if (token == null) {
            return NULL;
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json(parser.getNumberValue());
            case VALUE_TRUE -> new Json(true);
            case VALUE_FALSE -> new Json(false);
            case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT -> NULL;
        };
    }

    private static Json object(JsonParser parser) {
        var members = new LinkedHashMap<String, Json>();
        for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            var name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Json(Collections.unmodifiableMap(members));
    }

    private static Json array(JsonParser parser) {
        var items = new ArrayList<Json>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Json(Collections.unmodifiableList(items));
    }

    /** The member of that name. */
    public Json get(String name) {
        return members().getOrDefault(name, NULL);
    }

    /** The members of an object, in their order; none for anything else. */
    @SuppressWarnings("unchecked") // made in object()
    public Map<String, Json> members() {
        return value instanceof Map<?, ?> map ? (Map<String, Json>) map : Map.of();
    }

    /** The items of an array; none for anything else. */
    @SuppressWarnings("unchecked") // made in array()
    public List<Json> items() {
        return value instanceof List<?> list ? (List<Json>) list : List.of();
    }

    /** The items of the array of that name. */
    public Stream<Json> each(String name) {
        return get(name).items().stream();
    }

    public boolean isNull() {
        return value == null;
    }

    /** A string as it is, a number or a boolean as it would be written; nothing for what is null, an array or an object. */
    public Optional<String> asText() {
        return value == null || value instanceof Map || value instanceof List
                ? Optional.empty()
                : Optional.of(value.toString());
    }

    /** The text of a member, empty when there is none. */
    public String text(String name) {
        return get(name).asText().orElse("");
    }

    public OptionalInt asInt() {
        return value instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    public OptionalLong asLong() {
        return value instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }

    /** A number; NaN for what is none. */
    public double asDouble() {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** A number of a member, or that one when there is none. */
    public long number(String name, long otherwise) {
        return get(name).asLong().orElse(otherwise);
    }

    /** Whether a member is {@code true}. */
    public boolean is(String name) {
        return Boolean.TRUE.equals(get(name).value);
    }

    /** The class of an object as the server names it, {@code hudson.model.FreeStyleProject}; empty where it is not said. */
    public String className() {
        return text("_class");
    }

    /** The value as JSON. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        JsonText.write(text, value);
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json json && java.util.Objects.equals(value, json.value);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hashCode(value);
    }

    /** Writes this value after what is there. */
    void writeTo(StringBuilder text) {
        JsonText.write(text, value);
    }
}
