package hobson.parts.node;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.node.OfflineMark;
import hobson.engine.secret.Vault;
import hobson.engine.secret.WrittenSecrets;
import hobson.parts.document.Limits;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeDocumentsTest {
    private static final String FULL = """
            <?xml version="1.1" encoding="UTF-8"?>
            <slave>
              <temporaryOfflineCause class="hudson.slaves.OfflineCause$UserCause">
                <timestamp>1700000000000</timestamp>
                <description>
                  <holder>
                    <owner>hudson.slaves.Messages</owner>
                  </holder>
                  <key>SlaveComputer.DisconnectedBy</key>
                  <args>
                    <string>ann</string>
                    <string> : moving &lt;soon&gt;</string>
                  </args>
                </description>
                <userId>ann</userId>
              </temporaryOfflineCause>
              <name>a &amp; b</name>
              <description></description>
              <remoteFS>/home/ci</remoteFS>
              <numExecutors>2</numExecutors>
              <mode>EXCLUSIVE</mode>
              <retentionStrategy class="hudson.slaves.RetentionStrategy$Demand">
                <inDemandDelay>0</inDemandDelay>
                <idleDelay>5</idleDelay>
              </retentionStrategy>
              <launcher class="hudson.plugins.sshslaves.SSHLauncher" plugin="ssh-slaves@1.2">
                <host>h</host>
                <port>22</port>
                <password>open sesame</password>
                <sshHostKeyVerificationStrategy class="a.B$C"/>
              </launcher>
              <label>linux gpu</label>
              <nodeProperties>
                <hudson.slaves.EnvironmentVariablesNodeProperty>
                  <envVars serialization="custom">
                    <unserializable-parents/>
                    <tree-map>
                      <default>
                        <comparator class="java.lang.String$CaseInsensitiveComparator"/>
                      </default>
                      <int>2</int>
                      <string>A</string>
                      <string>1</string>
                      <string>PATH+X</string>
                      <string></string>
                    </tree-map>
                  </envVars>
                </hudson.slaves.EnvironmentVariablesNodeProperty>
                <hudson.tools.ToolLocationNodeProperty_-Tool__Location>
                  <home></home>
                </hudson.tools.ToolLocationNodeProperty_-Tool__Location>
              </nodeProperties>
            </slave>""";

    private final WrittenSecrets secrets =
            new WrittenSecrets(new Vault(new SecretKeySpec(new byte[32], "AES"), new SecureRandom()));
    private final NodeDocuments documents = new NodeDocuments(Limits.DEFAULT, secrets);

    private String written(String document) {
        return new String(documents.write(documents.read(document.getBytes(UTF_8)), true), UTF_8);
    }

    @Test
    void write_whatWasRead_isTheSameWithItsSecretsEncrypted() {
        var encrypted = FULL.replace("open sesame", secrets.write("open sesame"));

        assertThat(written(FULL)).isEqualTo(encrypted);
        assertThat(written(encrypted)).isEqualTo(encrypted);
    }

    @Test
    void read_everything_isUnderstood() {
        var node = documents.read(FULL.getBytes(UTF_8));

        assertThat(node.mark()).isEqualTo(new OfflineMark(1_700_000_000_000L, "ann", "moving <soon>", false));
        assertThat(node.labelSet()).containsExactly("linux", "gpu", "a & b");
        assertThat(node.isExclusive()).isTrue();
        assertThat(node.isInbound()).isFalse();
        assertThat(node.variables()).isEqualTo(Map.of("A", "1", "PATH+X", ""));
    }

    @Test
    void read_takenOutByACommand_keepsItsWords() {
        var document = FULL.replace("$UserCause\"", "$ByCLI\"")
                .replace("<userId>ann</userId>", "<userId>ann</userId>\n    <message>moving &lt;soon&gt;</message>");

        var node = documents.read(document.getBytes(UTF_8));

        assertThat(node.mark()).isEqualTo(new OfflineMark(1_700_000_000_000L, "ann", "moving <soon>", true));
        assertThat(new String(documents.write(node, true), UTF_8))
                .contains("$ByCLI\"", "<message>moving &lt;soon&gt;</message>");
    }

    @Test
    void write_withoutSecrets_masksThem() {
        var stored = "{AQAAABAAAAAQ" + "A".repeat(43) + "=}";
        var document = FULL.replace("<host>h<", "<host>" + stored + "<");

        var masked = new String(documents.write(documents.read(document.getBytes(UTF_8)), false), UTF_8);

        assertThat(masked)
                .isEqualTo(document.replace(stored, "********").replace("open sesame", "********"))
                .doesNotContain("sesame");
    }

    @Test
    void read_almostNothing_isAnAgentWithoutExecutors() {
        assertThat(written("<slave><name>n</name><unknown/></slave>")).isEqualTo("""
                <?xml version="1.1" encoding="UTF-8"?>
                <slave>
                  <name>n</name>
                  <numExecutors>0</numExecutors>
                  <label></label>
                  <nodeProperties/>
                </slave>""");
    }

    @Test
    void read_launcherWithoutFolder_hasNone() {
        assertThat(
                        written(
                                "<slave><launcher class='hudson.slaves.JNLPLauncher'/><numExecutors>many</numExecutors></slave>"))
                .contains("<disabled>true</disabled>")
                .contains("<numExecutors>0</numExecutors>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<x",
                "<project/>",
                "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><slave><name>&e;</name></slave>"
            })
    void read_whatIsNone_isRefused(String document) {
        assertThatThrownBy(() -> documents.read(document.getBytes(UTF_8))).isInstanceOf(Refusal.class);
    }
}
