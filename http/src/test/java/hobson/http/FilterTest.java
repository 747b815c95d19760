package hobson.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class FilterTest {
    private final Request request = Request.draft("GET", "/job/a\nb?token=x")
            .header("X-Forwarded-For", "10.1.1.1")
            .build();

    @Test
    void chain_severalFilters_firstIsOutermost() {
        var order = new ArrayList<String>();
        Filter one = (asked, next) -> {
            order.add("one");
            return next.handle(asked).with("X", "1");
        };
        Filter two = (asked, next) -> {
            order.add("two");
            return next.handle(asked).with("X", "2");
        };

        var answer = Filter.chain(_ -> Response.of(200), one, two).handle(request);

        assertThat(order).containsExactly("one", "two");
        assertThat(answer.headers()).hasToString("[X: 2, X: 1]");
    }

    @Test
    void errorFilter_problemOrCrash_isAPageForTheOuterFilters() {
        var errors = new ErrorFilter(new PlainErrorPages());

        assertThat(errors.handle(request, _ -> {
                            throw new Problem(409, "busy");
                        })
                        .status())
                .isEqualTo(409);
        assertThat(errors.handle(request, _ -> {
                            throw new NullPointerException();
                        })
                        .status())
                .isEqualTo(500);
    }

    @Test
    void errorFilter_signalOrLostCaller_isPassedOn() {
        var errors = new ErrorFilter(new PlainErrorPages());

        assertThatThrownBy(() -> errors.handle(request, _ -> {
                    throw MustBlock.SIGNAL;
                }))
                .isSameAs(MustBlock.SIGNAL);
        assertThatThrownBy(() -> errors.handle(request, _ -> {
                    throw new java.io.UncheckedIOException(new CallerGone(new java.io.EOFException()));
                }))
                .hasCauseInstanceOf(CallerGone.class);
    }

    @Test
    void accessLog_anyRequest_writesOneLineWithoutLineEnds() {
        var lines = new ArrayList<String>();
        var times = List.of(Instant.EPOCH, Instant.EPOCH.plusMillis(7)).iterator();
        var logger = Logger.getLogger("hobson.http.access");
        var recording = recorder(lines);
        logger.addHandler(recording);
        try {
            new AccessLog(times::next).handle(request, _ -> Response.of(204));
        } finally {
            logger.removeHandler(recording);
        }

        assertThat(lines).containsExactly("GET /job/a\\u000ab 204 7ms 10.1.1.1");
    }

    private static Handler recorder(List<String> lines) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing to close
            }
        };
    }
}
