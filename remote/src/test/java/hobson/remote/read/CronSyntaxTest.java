package hobson.remote.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CronSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# never",
                "* * * * *",
                "H * * * *",
                "H/15 * * * *",
                "H(0-29)/10 * * * *",
                "0 8-17 * * 1-5",
                "*/5 0 1,15 1-12/2 7",
                "@midnight",
                "TZ=Europe/Berlin\nH 3 * * *",
                "0 1 * * *\n0 2 * * *",
                "  H H * * *  ",
            })
    void mistake_inASchedule_isNone(String spec) {
        assertThat(CronSyntax.mistake(spec)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-3 * * * *",
                "*/0 * * * *",
                "H/61 * * * *",
                "H(5-3) * * * *",
                "1, * * * *",
                "TZ=Nowhere/City\n* * * * *",
                "* * * * *\nTZ=UTC",
                "@never",
                "* * * JAN *",
                "99999999999 * * * *",
            })
    void mistake_anythingElse_isSaid(String spec) {
        assertThat(CronSyntax.mistake(spec)).isPresent();
    }

    @Test
    void mistake_inTheSecondLine_namesIt() {
        assertThat(CronSyntax.mistake("H 1 * * *\n0 25 * * *"))
                .contains("Invalid input: \"0 25 * * *\": line 2: ‘25’ is outside of 0-23 for the hour");
    }
}
