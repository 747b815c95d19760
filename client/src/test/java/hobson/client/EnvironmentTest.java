package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as people write them, and where they come from. */
class EnvironmentTest {
    private static Hobson connect(Map<String, String> properties, Map<String, String> variables) {
        return new Environment(properties::get, variables::get).connect();
    }

    @Test
    void connect_severalFamilies_theFirstOneAndItsOwnLogin() {
        var jenkins = Map.of("JENKINS_URL", "http://jenkins", "JENKINS_USER_ID", "j", "JENKINS_API_TOKEN", "s1");
        var all = new java.util.HashMap<>(jenkins);
        all.putAll(Map.of("HOBSON_URL", "http://hobson"));

        assertThat(connect(Map.of(), jenkins).describe()).isEqualTo("http://jenkins/ as j with a token");
        assertThat(connect(Map.of(), all).describe()).isEqualTo("http://hobson/ as nobody");
    }

    @Test
    void connect_propertyAndVariable_theProperty() {
        var variables = Map.of("HOBSON_URL", "http://a", "HOBSON_USER", "u", "HOBSON_TOKEN", "t");

        assertThat(connect(Map.of("hobson.url", "http://b"), variables).describe())
                .isEqualTo("http://b/ as u with a token");
    }

    @ParameterizedTest
    @CsvSource({
        "JENKINS_REST_CREDENTIALS, user:pass, as user with a password",
        "JENKINS_REST_CREDENTIALS, dXNlcjpwYXNz, as user with a password",
        "JENKINS_REST_TOKEN, dXNlcjp0b2s=, as user with a token"
    })
    void connect_asJenkinsRestHasIt_isUnderstood(String name, String value, String login) {
        assertThat(connect(Map.of("jenkins.rest.endpoint", "http://rest:1"), Map.of(name, value))
                        .describe())
                .isEqualTo("http://rest:1/ " + login);
    }

    @Test
    void connect_nothingNamed_saysWhatToSet() {
        assertThatThrownBy(() -> connect(Map.of(), Map.of("HOBSON_URL", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOBSON_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "http://ci, http://ci/",
        "HTTPS://ci:8443/jenkins?x=1#y, https://ci:8443/jenkins/",
        "http://[::1]:8080, http://[::1]:8080/"
    })
    void of_address_endsWithASlash(String text, String url) {
        assertThat(Hobson.connect(text).url()).hasToString(url);
    }

    @Test
    void of_addressWithLogin_isTheLogin() {
        assertThat(Hobson.connect("http://ann:s3cret@ci/").describe()).isEqualTo("http://ci/ as ann with a token");
        assertThat(Hobson.connect("http://ann:s3cret@ci/").toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci", "ftp://ci/", "http:///x", "http://a b/", "http://u:s3cret@a b/", ""})
    void of_noAddress_isRefusedWithoutSecrets(String text) {
        assertThatThrownBy(() -> Hobson.connect(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("s3cret");
    }
}
