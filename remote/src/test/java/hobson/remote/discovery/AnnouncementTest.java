package hobson.remote.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementTest {
    private static final String ID = "0123456789abcdef0123456789abcdef";

    @Test
    void xml_withRootUrl_isTheAnswerOfOldServers() {
        assertThat(xml("http://ci.example:8080/"))
                .isEqualTo("<hudson><version>2.462</version><url>http://ci.example:8080/</url><server-id>" + ID
                        + "</server-id></hudson>");
    }

    @Test
    void xml_withoutRootUrl_leavesItOut() {
        assertThat(xml(null)).isEqualTo("<hudson><version>2.462</version><server-id>" + ID + "</server-id></hudson>");
    }

    @Test
    void xml_markupInTheUrl_isEscaped() {
        assertThat(xml("http://ci/a&b<c>/")).contains("<url>http://ci/a&amp;b&lt;c&gt;/</url>");
    }

    @Test
    void properties_url_hasItsPath() {
        var announcement = new Announcement("2.462", "http://ci/x/", ID);

        assertThat(Announcement.properties(announcement, URI.create("http://ci/x/")))
                .isEqualTo(Map.of("url", "http://ci/x/", "version", "2.462", "server-id", ID, "path", "/x/"));
    }

    @ParameterizedTest
    @CsvSource({"http://ci/, 80", "https://ci/, 443", "https://ci:8443/ci/, 8443"})
    void port_url_isWhereTheServerAnswers(URI url, int port) {
        assertThat(DnsService.port(url)).isEqualTo(port);
    }

    private static String xml(@org.jspecify.annotations.Nullable String url) {
        return new String(new Announcement("2.462", url, ID).xml(), StandardCharsets.UTF_8);
    }
}
