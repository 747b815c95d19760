package hobson.parts.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.run.StepFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--upload-pack=touch /tmp/x",
                "-oProxyCommand=touch x:path",
                "ext::sh -c 'touch /tmp/x'",
                "fd::7",
                "testgit::https://h/r",
                "https://h/r\n--upload-pack=x",
                "https://h/r\u0000",
                "ssh://-oProxyCommand=touch x/r",
                "ssh://-oProxyCommand=x@h/r",
                "https://-h/r",
                "https://h'$(id)/r",
                "https:///r",
                "ftp://h/r",
                "gopher://h/r",
                "javascript://h/r",
                "://h/r",
                " "
            })
    void of_whatGitWouldTakeForMore_isRefused(String address) {
        assertThatThrownBy(() -> GitAddress.of(address))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("is no address that this server fetches from")
                .message()
                .doesNotContain("\n", "\u0000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://h.example/r.git                 | https://h.example/r.git
            https://ann:p%40ss@h.example:8443/r.git | https://h.example:8443/r.git
            HTTPS://ann:p@s@h/r                     | HTTPS://h/r
            http://[::1]:80/r                       | http://[::1]:80/r
            ssh://git:secret@h:22/r                 | ssh://git@h:22/r
            git@h.example:team/r.git                | git@h.example:team/r.git
            git://h/r                               | git://h/r
            file:///srv/r.git                       | file:///srv/r.git
            /srv/r with blanks                      | /srv/r with blanks
            ../r                                    | ../r
            """)
    void of_addressesOfRepositories_areTakenWithoutTheirPasswords(String address, String text) throws Exception {
        assertThat(GitAddress.of(address).text()).isEqualTo(text);
    }

    @Test
    void of_addressWithLogin_keepsItForThatServer() throws Exception {
        assertThat(GitAddress.of("https://ann%20b:p%40s+s@h:8443/r"))
                .returns(new GitAddress.Login("ann b", "p@s+s"), GitAddress::login)
                .satisfies(address -> assertThat(address.servers()).containsExactly("https://h:8443"));
        assertThat(GitAddress.of("http://token@h/r"))
                .returns(new GitAddress.Login("token", ""), GitAddress::login)
                .satisfies(address -> assertThat(address.servers()).containsExactly("http://h", "https://h"));
        assertThat(GitAddress.of("git@h:r").servers()).isEmpty();
    }

    @Test
    void shown_password_isHidden() {
        assertThat(GitAddress.shown("https://ann:p@ss@h/r")).isEqualTo("https://ann:****@h/r");
        assertThatThrownBy(() -> GitAddress.of("ftp://ann:secret@h/r")).hasMessageNotContaining("secret");
    }
}
