package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A trigger of a {@link TriggerStorm}.
 *
 * @param id the value of its parameter, which no other trigger has
 * @param keyed whether it has an {@code Idempotency-Key} and may be sent again
 * @param patient whether its caller wants the answer when the build has begun
 */
record StormTrigger(String job, String id, boolean keyed, boolean patient) {
    private static final Pattern ITEM = Pattern.compile("http://.*/queue/item/(\\d+)/");

    /** @return the number of its queue item */
    long send(CrumbSession session) throws IOException, InterruptedException {
        var path = "job/" + job + "/buildWithParameters?ID=" + id + "&delay=0sec";
        var answer = session.post(path, "", headers());
        assertThat(answer.statusCode()).as("%s: %s", this, answer.body()).isEqualTo(201);
        var location = answer.headers().firstValue("Location").orElse("");
        var item = ITEM.matcher(location);
        assertThat(item.matches()).as(location).isTrue();
        return Long.parseLong(item.group(1));
    }

    private String[] headers() {
        var headers = new ArrayList<String>();
        if (keyed) {
            headers.addAll(List.of("Idempotency-Key", id));
        }
        if (patient) {
            headers.addAll(List.of("Prefer", "wait=30"));
        }
        return headers.toArray(String[]::new);
    }
}
