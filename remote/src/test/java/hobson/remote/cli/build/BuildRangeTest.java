package hobson.remote.cli.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.build.BuildRange.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of ranges ({@code cli.md §7.3}). */
class BuildRangeTest {
    @Test
    void of_numbersAndRanges_areTheirPieces() {
        assertThat(BuildRange.of("3, 1-2,5-5").pieces())
                .containsExactly(new Piece(3, 3), new Piece(1, 2), new Piece(5, 5));
        assertThat(BuildRange.of("1-2147483647").pieces()).containsExactly(new Piece(1, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x           | number
            x-y         | number
            1-y         | number
            99999999999 | number
            ''          | number
            1--2        | correct notation M,N or M-N
            1-2-3       | correct notation M,N or M-N
            1,,2        | correct notation M,N or M-N
            1,          | correct notation M,N or M-N
            ,1          | correct notation M,N or M-N
            -1          | string with a range M-N
            1-          | string with a range M-N
            2-1         | string with a range M-N where M<N
            """)
    void of_anythingElse_isRefused(String text, String expected) {
        assertThatThrownBy(() -> BuildRange.of(text))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Unable to parse '" + text + "', expected " + expected);
    }
}
