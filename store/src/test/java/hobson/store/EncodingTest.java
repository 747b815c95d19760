package hobson.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hobson.engine.build.Cause;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, 63, 64, -64, -65, 127, 128, 300, 1_767_600_000_123L, Long.MAX_VALUE, Long.MIN_VALUE})
    void number_any_comesBack(long number) {
        assertThat(decoder(new Encoder(1).number(number).bytes()).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ä\u0000 日本 🚀", "\n\r\t"})
    void text_any_comesBack(String text) {
        var decoder = decoder(new Encoder(1)
                .text(text)
                .optional(text)
                .optional(null)
                .flag(true)
                .bytes());

        assertThat(decoder.text()).isEqualTo(text);
        assertThat(decoder.optional()).isEqualTo(text);
        assertThat(decoder.optional()).isNull();
        assertThat(decoder.flag()).isTrue();
    }

    @Test
    void text_longerThanTheBuffer_comesBack() {
        var text = "0123456789".repeat(100_000);

        assertThat(decoder(new Encoder(1).text("a").text(text).bytes()))
                .satisfies(decoder -> assertThat(decoder.text()).isEqualTo("a"))
                .satisfies(decoder -> assertThat(decoder.text()).isEqualTo(text));
    }

    @Test
    void list_any_comesBack() {
        var decoder = decoder(new Encoder(1)
                .list(List.of("a", "b"), Encoder::text)
                .list(List.of(), Encoder::text)
                .bytes());

        assertThat(decoder.list(Decoder::text)).containsExactly("a", "b");
        assertThat(decoder.list(Decoder::text)).isEmpty();
    }

    @Test
    void origin_ofAUsualBuild_isSmall() {
        var origin = new Origin(List.of(new Cause.User("alice")), null);

        assertThat(origin.bytes()).hasSizeLessThan(12);
    }

    @Test
    void decoder_recordOfANewerVersion_saysWhichOneIsNeeded() {
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> decoder(new Encoder(2).bytes()))
                .withMessage("the store holds build 7/3 with version 2, which this version does not know:"
                        + " run the version that wrote it, or a newer one");
    }

    @Test
    void origin_causeOfANewerVersion_saysWhichOneIsNeeded() {
        var bytes = new Encoder(1).list(List.of(9), Encoder::kind).flag(false).bytes();

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> Origin.read(bytes, () -> "build 7/3"))
                .withMessageStartingWith("the store holds build 7/3 with a cause of kind 9, which this version");
    }

    @Test
    void origin_parameterOfANewerVersion_saysWhichOneIsNeeded() {
        var bytes = new Encoder(1)
                .list(List.of(), Encoder::kind)
                .flag(true)
                .list(List.of(77), Encoder::kind)
                .bytes();

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> Origin.read(bytes, () -> "queue item 3"))
                .withMessageContaining("a parameter of kind 77");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void origin_damagedBytes_areReadOrRefused(int seed) {
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            var bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = 1;
            try {
                assertThat(Origin.read(bytes, () -> "build 7/3").causes()).isNotNull();
            } catch (StoreFailure e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void event_unknownType_isRefused() {
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> EventType.of(9));
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> EventType.of(-1));
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> EventType.of(1_000));
    }

    private static Decoder decoder(byte[] bytes) {
        return new Decoder(bytes, 1, () -> "build 7/3");
    }
}
