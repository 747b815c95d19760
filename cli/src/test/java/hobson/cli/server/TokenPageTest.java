package hobson.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenPageTest {
    @Test
    void entries_fieldsInEitherOrder_areTokens() {
        assertThat(
                        TokenPage.entries(
                                "<input name=\"tokenName\" value=\"a &amp; b\"><input type='x' name=\"tokenUuid\" value=\"1\">"
                                        + "<input name=\"tokenUuid\" value=\"2\"/><input name=\"newName\" value=\"c\"/><input name=\"tokenUuid\" value=\"2\"/>"))
                .containsExactly(new TokenPage.Entry("a & b", "1"), new TokenPage.Entry("c", "2"));
    }

    @Test
    void entries_otherPage_areNone() {
        assertThat(TokenPage.entries("<form><input name=\"q\" value=\"x\"></form>"))
                .isEmpty();
    }
}
