package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag WEAK = EntityTag.weak("a1");
    private static final EntityTag STRONG = EntityTag.strong("<project/>".getBytes(UTF_8));

    @Test
    void weak_anyByteChanged_isAnotherOne() {
        var body = "0123456789".getBytes(UTF_8);
        var whole = EntityTag.weak(body, 0, 10).toString();

        assertThat(EntityTag.weak(body.clone(), 0, 10)).hasToString(whole);
        assertThat(EntityTag.weak(body, 0, 9)).doesNotHaveToString(whole);
        body[4]++;
        assertThat(EntityTag.weak(body, 0, 10)).doesNotHaveToString(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"a1\"", "\"a1\"", "\"x\", W/\"a1\" ,\"y\"", " * ", "\"a1-gzip\""})
    void isKnownTo_listedTag_isTrue(String header) {
        assertThat(WEAK.isKnownTo(reading(header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a1", "\"a11\"", "\"ba1\"", "\"A1\"", "\"a1", "W/\"\"", "\"**\""})
    void isKnownTo_otherText_isFalse(String header) {
        assertThat(WEAK.isKnownTo(reading(header))).isFalse();
    }

    @Test
    void isUnexpectedBy_weakTag_isNeverTheSame() {
        assertThat(STRONG.isUnexpectedBy(writing(STRONG.toString()))).isFalse();
        assertThat(STRONG.isUnexpectedBy(writing(EntityTag.zipped(STRONG.toString()))))
                .isFalse();
        assertThat(STRONG.isUnexpectedBy(writing("*"))).isFalse();
        assertThat(STRONG.isUnexpectedBy(Request.draft("POST", "/").build())).isFalse();
        assertThat(STRONG.isUnexpectedBy(writing("W/" + STRONG))).isTrue();
        assertThat(STRONG.isUnexpectedBy(writing("\"other\""))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GET, 304", "HEAD, 304", "POST, 200"})
    void answer_knownVersion_hasNoBodyForReaders(String method, int status) {
        var request = Request.draft(method, "/")
                .header("If-None-Match", WEAK.toString())
                .build();
        var answer = Conditional.answer(request, Response.text(200, "data").with("X", "1"), WEAK);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("ETag")).contains(WEAK.toString());
        assertThat(answer.header("X")).contains("1");
        assertThat(answer.body() instanceof Body.Empty).isEqualTo(status == 304);
    }

    @Test
    void require_otherVersion_is412WithThePresentOne() {
        assertThatThrownBy(() -> Conditional.require(writing("\"old\""), STRONG))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(412);
                    assertThat(problem.headers()).containsExactly(STRONG.header());
                });
    }

    private static Request reading(String header) {
        return Request.draft("GET", "/").header("If-None-Match", header).build();
    }

    private static Request writing(String header) {
        return Request.draft("POST", "/").header("If-Match", header).build();
    }
}
