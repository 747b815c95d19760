package hobson.server.ephemeral;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Request;
import hobson.http.Response;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RequestRecordTest {
    private final RequestRecord record = new RequestRecord(InstantSource.system(), 50_000);

    private void send(String target, int times) {
        for (int i = 0; i < times; i++) {
            var request = Request.draft("POST", target)
                    .body("text/plain", new byte[1_000])
                    .build();
            record.handle(request, sent -> {
                sent.bytes(2_000);
                return Response.ok(ContentType.TEXT, Body.text(""));
            });
        }
    }

    @Test
    void handle_moreBodiesThanAreKept_theOldestAreGone() {
        send("/a", 200);

        var all = record.all();
        assertThat(all).hasSize(200).allMatch(request -> request.bodySize() == 1_000);
        assertThat(all.subList(0, 100)).allMatch(request -> request.body().isEmpty());
        assertThat(all.subList(150, 200)).allMatch(request -> request.bytes().length == 1_000);
    }

    @Test
    void handle_longQueries_theOldestRequestsAreGone() {
        send("/a?" + "q".repeat(5_000), 200);

        assertThat(record.all()).hasSizeLessThan(10).isNotEmpty();
    }

    @Test
    void handle_moreRequestsThanAreKept_theOldestAreGone() {
        send("/old", 5);
        send("/a", 10_000);

        assertThat(record.of("*", "/old")).isEmpty();
    }
}
