package hobson.parts.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchSpecTest {
    @ParameterizedTest
    @CsvSource({
        "main,              origin/main,          true",
        "main,              origin/main2,         false",
        "main,              origin/x/main,        false",
        "*/main,            origin/main,          true",
        "*/main,            other/main,           true",
        "origin/main,       origin/main,          true",
        "origin/main,       other/main,           false",
        "origin/release-*,  origin/release-1.2,   true",
        "origin/release-*,  origin/release-1/2,   false",
        "origin/release/**, origin/release/1/2,   true",
        "**,                origin/a/b/c,         true",
        "*,                 origin/main,          true",
        "*,                 origin/a/b,           false",
        ":origin/(a|b)+,    origin/abba,          true",
        ":origin/(a|b)+,    origin/c,             false",
        ":(,                origin/main,          false",
        ":(a*)*b,           aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac, false",
        "a.b,               origin/axb,           false",
    })
    void matches_asTheGitPluginDoes(String spec, String branch, boolean expected) {
        assertThat(new BranchSpec(spec).matches(branch)).isEqualTo(expected);
    }
}
