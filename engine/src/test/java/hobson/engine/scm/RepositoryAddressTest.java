package hobson.engine.scm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://g.example/team/r.git,             g.example/team/r",
        "https://ann:secret@G.example:8443/team/r/, g.example/team/r",
        "ssh://git@g.example:22/team/r.git,        g.example/team/r",
        "git@g.example:team/r.git,                 g.example/team/r",
        "git@g.example:/team/r,                    g.example/team/r",
        "git://g.example/team/r,                   g.example/team/r",
        "https://[::1]:80/r.git,                   [::1]/r",
        "file:///srv/git/r.git,                    /srv/git/r",
        "/srv/git/r.git,                           /srv/git/r",
        "../r,                                     /../r",
        "https://g.example,                        g.example/",
    })
    void of_sameRepository_hasTheSameKey(String text, String key) {
        assertThat(RepositoryAddress.of(text).map(RepositoryAddress::key)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "http://a b@c@d/x", "a\u0007b"})
    void of_noAddress_isNone(String text) {
        assertThat(RepositoryAddress.of(text)).isEmpty();
    }
}
