package hobson.parts.job;

import static hobson.parts.TestParts.FORMAT;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Refusal;
import hobson.engine.item.ItemPath;
import hobson.engine.item.JobDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JobFuzzTest {
    private static final int ROUNDS = 1_000;

    private static final List<String> ELEMENTS = List.of(
            "project",
            "builders",
            "publishers",
            "properties",
            "triggers",
            "scm",
            "logRotator",
            "disabled",
            "description",
            "displayName",
            "hudson.tasks.Shell",
            "hudson.tasks.ArtifactArchiver",
            "hudson.tasks.BuildTrigger",
            "childProjects",
            "threshold",
            "name",
            "hudson.model.ParametersDefinitionProperty",
            "parameterDefinitions",
            "hudson.model.PasswordParameterDefinition",
            "hudson.model.ChoiceParameterDefinition",
            "choices",
            "string",
            "defaultValue",
            "jenkins.model.BuildDiscarderProperty",
            "strategy",
            "numToKeep",
            "quietPeriod",
            "no.such.Thing");

    private static final List<String> TEXTS = List.of("", "true", "7", "-1", "a, ../b ,/c", "$x ${y}", "\n ", "é");

    /** Known elements in places where nobody expects them: everything is read, and every edit does what it says. */
    @Test
    void read_elementsInAnyOrder_areReadAndCanBeEdited() {
        var random = new Random(99);
        for (int round = 0; round < ROUNDS; round++) {
            var document = ("<project>" + children(random, 3) + "</project>").getBytes(StandardCharsets.UTF_8);
            var before = (JobDefinition) FORMAT.read(document);

            var disabled = FORMAT.withDisabled(FORMAT.withDescription(document, "d"), !before.disabled());
            var after = (JobDefinition) FORMAT.read(FORMAT.withDisplayName(disabled, "n"));
            var masked = FORMAT.masked(document);
            var renamed = FORMAT.withRenamedReference(
                    document, ItemPath.of("f/job"), ItemPath.of("b"), ItemPath.of("renamed"));

            assertThat(after.description()).isEqualTo("d");
            assertThat(after.displayName()).isEqualTo("n");
            assertThat(after.disabled()).isNotEqualTo(before.disabled());
            assertThat(after.unknown()).isEqualTo(before.unknown());
            assertThat(names(after)).isEqualTo(names(before));
            assertThat(FORMAT.masked(masked)).isEqualTo(masked);
            assertThat(((JobDefinition) FORMAT.read(renamed)).wiring().downstream())
                    .doesNotContain("../b");
            assertThat(FORMAT.read(FORMAT.withDisplayName(document, null)).displayName())
                    .isNull();
        }
    }

    @Test
    void read_bytesChangedAtRandom_areReadOrRefused() {
        var random = new Random(100);
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var document = ("<project>" + children(random, 3) + "</project>").getBytes(StandardCharsets.UTF_8);
            document[random.nextInt(document.length)] = (byte) random.nextInt();
            try {
                FORMAT.read(document);
            } catch (Refusal refusal) {
                refused++;
            }
        }
        assertThat(refused).isBetween(ROUNDS / 10, ROUNDS - ROUNDS / 100);
    }

    private static List<String> names(JobDefinition job) {
        var names = new ArrayList<String>();
        job.steps().forEach(step -> names.add(step.name()));
        job.publishers().forEach(publisher -> names.add(publisher.name()));
        job.parameters().forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    private static String children(Random random, int depth) {
        var children = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            var name = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
            var inside = depth == 0 || random.nextInt(3) == 0
                    ? TEXTS.get(random.nextInt(TEXTS.size()))
                    : children(random, depth - 1);
            var type = random.nextInt(8) == 0 ? " class='hudson.tasks.LogRotator'" : "";
            children.append('<')
                    .append(name)
                    .append(type)
                    .append('>')
                    .append(inside)
                    .append("</")
                    .append(name)
                    .append('>');
        }
        return children.toString();
    }
}
