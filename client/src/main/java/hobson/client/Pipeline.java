package hobson.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a build that is a pipeline says about its stages, and what it asks people (endpoints.md §12). Hobson keeps pipelines and does not run them. */
public final class Pipeline {
    private final Connection connection;
    private final String build;

    /** @param build its address below the server's */
    Pipeline(Connection connection, String build) {
        this.connection = connection;
        this.build = build;
    }

    /**
     * A stage.
     *
     * @param id of its node, for {@link #log}
     * @param status {@code SUCCESS}, {@code IN_PROGRESS}, {@code PAUSED_PENDING_INPUT}, {@code FAILED} and so on
     */
    public record Stage(String id, String name, String status, Instant startedAt, Duration duration) {
        static Stage of(Json json) {
            return new Stage(
                    json.text("id"),
                    json.text("name"),
                    json.text("status"),
                    Instant.ofEpochMilli(json.number("startTimeMillis", 0)),
                    Duration.ofMillis(json.number("durationMillis", 0)));
        }
    }

    /**
     * A question that the build waits with.
     *
     * @param proceed what the button says that lets it go on
     * @param parameters the names of the values that it wants
     */
    public record Input(String id, String message, String proceed, List<String> parameters) {
        static Input of(Json json) {
            return new Input(
                    json.text("id"),
                    json.text("message"),
                    json.text("proceedText"),
                    json.each("inputs").map(input -> input.text("name")).toList());
        }
    }

    /**
     * Its stages, in their order.
     *
     * @throws HobsonException.NotFound when the build is no pipeline
     */
    public List<Stage> stages() {
        return connection
                .json(build + "wfapi/describe")
                .each("stages")
                .map(Stage::of)
                .toList();
    }

    /** The end of what a stage or a step has written, in HTML: at most 10 KiB. */
    public String log(String node) {
        return connection.json(node(node) + "wfapi/log").text("text");
    }

    /** A stage with the steps in it. */
    public Json describe(String node) {
        return connection.json(node(node) + "wfapi/describe");
    }

    private String node(String node) {
        return build + "execution/node/" + ItemPath.encoded(node) + "/";
    }

    /** What it waits to be told. */
    public List<Input> inputs() {
        return connection.json(build + "wfapi/pendingInputActions").items().stream()
                .map(Input::of)
                .toList();
    }

    /** Lets it go on with these values. */
    public void proceed(String input, Map<String, String> values) {
        var parameters = values.entrySet().stream()
                .map(value -> Map.of("name", value.getKey(), "value", value.getValue()))
                .toList();
        var form = Content.form(Map.of("json", JsonText.of(Map.of("parameter", parameters))));
        connection.send(Call.post(build + "wfapi/inputSubmit?inputId=" + ItemPath.encoded(input), form));
    }

    /** Lets it end there. */
    public void abort(String input) {
        connection.send(Call.post(build + "input/" + ItemPath.encoded(input) + "/abort"));
    }
}
