package hobson.parts.parameter;

import static hobson.parts.TestParts.SURROUNDINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.secret.Secret;
import hobson.parts.TestParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void string_trimmed_onlyWhenAsked() {
        var plain = definition("String", "<defaultValue> d </defaultValue>");
        var trimmed = definition("String", "<defaultValue> d </defaultValue><trim>true</trim>");

        assertThat(plain.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Line("P", " d "));
        assertThat(trimmed.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Line("P", "d"));
        assertThat(trimmed.fromText("\n x ", SURROUNDINGS)).isEqualTo(new ParameterValue.Line("P", "x"));
        assertThat(definition("String", "").defaultValue(SURROUNDINGS)).contains(new ParameterValue.Line("P", ""));
    }

    @Test
    void text_lines_stayAsTheyAre() {
        var text = definition("Text", "<defaultValue>l1\nl2</defaultValue><trim>true</trim>");

        assertThat(text.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Text("P", "l1\nl2"));
        assertThat(text.fromText(" a\n ", SURROUNDINGS)).isEqualTo(new ParameterValue.Text("P", " a\n "));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "yes, false", "'', false", "on, false"})
    void flag_onlyTrue_isTrue(String text, boolean flag) {
        var definition = definition("Boolean", "<defaultValue>true</defaultValue>");

        assertThat(definition.fromText(text, SURROUNDINGS)).isEqualTo(new ParameterValue.Flag("P", flag));
        assertThat(definition.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Flag("P", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<choices class='java.util.Arrays$ArrayList'><a class='string-array'><string>a</string><string>b</string></a></choices>",
                "<choices class='java.util.ArrayList'><string>a</string><string>b</string></choices>",
                "<choices><string>a</string><string>b</string></choices>",
                "<choices class='string-array'><string>a</string><string>b</string></choices>"
            })
    void choice_everyForm_isReadAndChecked(String choices) {
        var definition = definition("Choice", choices);

        assertThat(definition.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Line("P", "a"));
        assertThat(definition.fromText("b", SURROUNDINGS)).isEqualTo(new ParameterValue.Line("P", "b"));
        assertThatThrownBy(() -> definition.fromText("c", SURROUNDINGS))
                .isInstanceOf(Refusal.class)
                .hasMessage("Illegal choice for parameter P: c");
    }

    @Test
    void choice_configuredDefaultOrNone_isThat() {
        var configured = definition("Choice", "<choices><string>a</string></choices><defaultValue>z</defaultValue>");

        assertThat(configured.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Line("P", "z"));
        assertThat(definition("Choice", "<choices/>").defaultValue(SURROUNDINGS))
                .isEmpty();
    }

    @Test
    void password_value_isProtectedAndNeverShown() {
        var definition = definition("Password", "<defaultValue>secret</defaultValue>");

        assertThat(secret(definition.fromText("abc", SURROUNDINGS))).isEqualTo(new Secret("cba"));
        assertThat(secret(definition.fromText("<DEFAULT>", SURROUNDINGS))).isEqualTo(new Secret("terces"));
        assertThat(secret(definition.defaultValue(SURROUNDINGS).orElseThrow())).isEqualTo(new Secret("terces"));
        assertThat(definition.toString()).doesNotContain("secret");
    }

    private static Secret secret(ParameterValue value) {
        return ((ParameterValue.Password) value).value();
    }

    @ParameterizedTest
    @CsvSource({"src.txt, src.txt", "C:\\tmp\\src.txt, src.txt", "../../etc/passwd, passwd", "'', P", ".., P", "a/.., P"
    })
    void file_name_isOnlyItsLastSegment(String sent, String kept) {
        var value = (ParameterValue.File) definition("File", "").fromFile(sent, "upload-1");

        assertThat(value.fileName()).isEqualTo(kept);
        assertThat(value.upload()).isEqualTo("upload-1");
    }

    @Test
    void file_withoutUpload_hasNoValue() {
        assertThat(definition("File", "").defaultValue(SURROUNDINGS)).isEmpty();
        assertThatThrownBy(() -> definition("File", "").fromText("x", SURROUNDINGS))
                .hasMessage("Parameter P takes a file, not a text");
        assertThatThrownBy(() -> definition("String", "").fromFile("x", "y")).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "a/../../x", "a\\..\\x", ".", "./."})
    void file_nameThatLeavesTheWorkspace_isRefused(String name) {
        var definition = new FileParameter(name, null);

        assertThatThrownBy(() -> definition.fromFile("x", "upload-1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("outside the workspace");
    }

    @Test
    void run_text_isJobAndNumber() {
        var definition = definition("Run", "<projectName>ok</projectName><filter>STABLE</filter>");

        assertThat(definition.fromText("f/a#b#12", SURROUNDINGS)).isEqualTo(new ParameterValue.Run("P", "f/a#b", 12));
        assertThat(definition.defaultValue(SURROUNDINGS)).contains(new ParameterValue.Run("P", "ok", 5));
        assertThat(definition("Run", "<projectName>gone</projectName>").defaultValue(SURROUNDINGS))
                .isEmpty();
        assertThat(definition("Run", "<projectName>ok</projectName><runId>ok#2</runId>")
                        .defaultValue(SURROUNDINGS))
                .contains(new ParameterValue.Run("P", "ok", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "#3", "ok#", "ok#x", "ok#0", "ok#-1", "ok#99999999999"})
    void run_textThatNamesNoBuild_isRefused(String text) {
        assertThatThrownBy(() -> definition("Run", "").fromText(text, SURROUNDINGS))
                .isInstanceOf(Refusal.class)
                .hasMessage("Parameter P takes a build as JOB#NUMBER, not " + text);
    }

    @Test
    void read_definitionWithoutName_isUnknown() {
        var job = TestParts.read(job("<hudson.model.StringParameterDefinition/>"));

        assertThat(job.parameters()).isEmpty();
        assertThat(job.unknown()).hasSize(1);
    }

    /** As recorded: conformance 02, step par-job-api. */
    @Test
    void json_ofProperty_isAsRecorded() {
        var property = TestParts.read(job("""
                        <hudson.model.StringParameterDefinition><name>S</name><description>a string</description><defaultValue>dflt</defaultValue></hudson.model.StringParameterDefinition>
                        <hudson.model.BooleanParameterDefinition><name>B</name><description/><defaultValue>true</defaultValue></hudson.model.BooleanParameterDefinition>
                        <hudson.model.ChoiceParameterDefinition><name>C</name><description/><choices><string>one</string><string>two</string></choices></hudson.model.ChoiceParameterDefinition>
                        <hudson.model.TextParameterDefinition><name>T</name><description/><defaultValue>l1
                        l2</defaultValue></hudson.model.TextParameterDefinition>
                        <hudson.model.PasswordParameterDefinition><name>P</name><description/><defaultValue>secret</defaultValue></hudson.model.PasswordParameterDefinition>
                        <hudson.model.FileParameterDefinition><name>F</name></hudson.model.FileParameterDefinition>
                        <hudson.model.RunParameterDefinition><name>R</name><description/><projectName>ok</projectName><filter>ALL</filter></hudson.model.RunParameterDefinition>
                        """)).parts().getFirst();

        assertThat(TestParts.json(property))
                .isEqualTo("{\"_class\":\"hudson.model.ParametersDefinitionProperty\",\"parameterDefinitions\":["
                        + "{\"_class\":\"hudson.model.StringParameterDefinition\",\"defaultParameterValue\":{\"_class\":\"hudson.model.StringParameterValue\",\"name\":\"S\",\"value\":\"dflt\"},\"description\":\"a string\",\"name\":\"S\",\"type\":\"StringParameterDefinition\"},"
                        + "{\"_class\":\"hudson.model.BooleanParameterDefinition\",\"defaultParameterValue\":{\"_class\":\"hudson.model.BooleanParameterValue\",\"name\":\"B\",\"value\":true},\"description\":\"\",\"name\":\"B\",\"type\":\"BooleanParameterDefinition\"},"
                        + "{\"_class\":\"hudson.model.ChoiceParameterDefinition\",\"defaultParameterValue\":{\"_class\":\"hudson.model.StringParameterValue\",\"name\":\"C\",\"value\":\"one\"},\"description\":\"\",\"name\":\"C\",\"type\":\"ChoiceParameterDefinition\",\"choices\":[\"one\",\"two\"]},"
                        + "{\"_class\":\"hudson.model.TextParameterDefinition\",\"defaultParameterValue\":{\"_class\":\"hudson.model.TextParameterValue\",\"name\":\"T\",\"value\":\"l1\\u000al2\"},\"description\":\"\",\"name\":\"T\",\"type\":\"TextParameterDefinition\"},"
                        + "{\"_class\":\"hudson.model.PasswordParameterDefinition\",\"defaultParameterValue\":{\"_class\":\"hudson.model.PasswordParameterValue\",\"name\":\"P\"},\"description\":\"\",\"name\":\"P\",\"type\":\"PasswordParameterDefinition\"},"
                        + "{\"_class\":\"hudson.model.FileParameterDefinition\",\"defaultParameterValue\":null,\"description\":null,\"name\":\"F\",\"type\":\"FileParameterDefinition\"},"
                        + "{\"_class\":\"hudson.model.RunParameterDefinition\",\"defaultParameterValue\":{\"_class\":\"hudson.model.RunParameterValue\",\"name\":\"R\",\"jobName\":\"ok\",\"number\":\"5\"},\"description\":\"\",\"name\":\"R\",\"type\":\"RunParameterDefinition\",\"filter\":\"ALL\",\"projectName\":\"ok\"}"
                        + "]}");
    }

    @Test
    void json_ofValues_showsNoSecretsAndNoFiles() {
        assertThat(TestParts.json(new ParameterValue.Password("P", new Secret("x"))))
                .isEqualTo("{\"_class\":\"hudson.model.PasswordParameterValue\",\"name\":\"P\"}");
        assertThat(TestParts.json(new ParameterValue.File("F", "a.txt", "id")))
                .isEqualTo("{\"_class\":\"hudson.model.FileParameterValue\",\"name\":\"F\"}");
        assertThat(TestParts.json(new ParameterValue.Line("S", "x")))
                .isEqualTo("{\"_class\":\"hudson.model.StringParameterValue\",\"name\":\"S\",\"value\":\"x\"}");
    }

    private static ParameterDefinition definition(String kind, String fields) {
        var element = "hudson.model." + kind + "ParameterDefinition";
        return TestParts.read(job("<" + element + "><name>P</name>" + fields + "</" + element + ">"))
                .parameters()
                .getFirst();
    }

    private static String job(String definitions) {
        return "<project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>" + definitions
                + "</parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties></project>";
    }
}
