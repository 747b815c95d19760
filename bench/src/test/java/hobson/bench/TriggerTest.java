package hobson.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TriggerTest {
    @Test
    void next_twoTriggersOfOneJob_neverTheSameValue() {
        var numbers = new AtomicInteger(41);
        var request = "POST /?P=0000000000 HTTP/1.1".getBytes(US_ASCII);
        var first = new Trigger(request, numbers);
        var second = new Trigger(request, numbers);
        assertThat(first.next()).asString(US_ASCII).isEqualTo("POST /?P=0000000042 HTTP/1.1");
        assertThat(second.next()).asString(US_ASCII).isEqualTo("POST /?P=0000000043 HTTP/1.1");
        assertThat(first.next()).asString(US_ASCII).isEqualTo("POST /?P=0000000044 HTTP/1.1");
    }

    @Test
    void trigger_requestWithoutPlace_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trigger("POST / HTTP/1.1".getBytes(US_ASCII), new AtomicInteger()));
    }
}
