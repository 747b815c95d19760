package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents, patterns and paths as text. */
class DocumentsTest {
    private static final List<ItemPath> JOBS = List.of(ItemPath.of("b"), ItemPath.of("f/c"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<project><publishers/></project>               | <project><publishers>@</publishers></project>",
                "<project><publishers /></project>              | <project><publishers >@</publishers></project>",
                "<project><a/></project>                        | <project><a/><publishers>@</publishers></project>",
                "<p><publishers><x y='>'/></publishers></p>     | <p><publishers><x y='>'/>@</publishers></p>",
                "<p><publishers><hudson.tasks.BuildTrigger><childProjects>x</childProjects></hudson.tasks.BuildTrigger><z/></publishers></p> | <p><publishers>@<z/></publishers></p>",
                "<p><!-- <publishers> --><b><publishers/></b><publishers></publishers></p> | <p><!-- <publishers> --><b><publishers/></b><publishers>@</publishers></p>",
                "<p><c><![CDATA[<publishers/>]]></c></p>        | <p><c><![CDATA[<publishers/>]]></c><publishers>@</publishers></p>",
            })
    void downstream_inADocument_touchesNothingElse(String before, String after) {
        var trigger = Downstream.trigger(JOBS, Result.UNSTABLE);

        assertThat(Downstream.in(before, JOBS, Result.UNSTABLE)).isEqualTo(after.replace("@", trigger));
        assertThat(trigger)
                .contains("<childProjects>/b, /f/c</childProjects>", "<name>UNSTABLE</name><ordinal>1</ordinal>");
    }

    @Test
    void value_ofAnElement_isItsText() {
        var document = new XmlDocument("<p><triggers><T><spec>H/5 &lt;&#10;</spec></T><U/></triggers></p>");

        assertThat(document.in("triggers")).containsExactly("triggers/T", "triggers/U");
        assertThat(document.value("triggers/T/spec")).contains("H/5 <\n");
        assertThat(document.value("triggers/U/spec")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "**/*.jar, a.jar, true",
        "**/*.jar, a/b/c.jar, true",
        "*.jar, a/c.jar, false",
        "docs/, docs/a/b, true",
        "docs/**, docs2/a, false",
        "a?c/**/d, abc/d, true",
        "a.c, abc, false",
        "'x,y z', y, true",
        "'x,y z', z, true",
        "'', x, false"
    })
    void glob_path_matchesAsAntHasIt(String glob, String path, boolean matches) {
        assertThat(new Glob(glob).matches(path)).isEqualTo(matches);
    }

    @Test
    void itemPath_names_areEncodedSegmentBySegment() {
        assertThat(ItemPath.of("a b/ü+%/c").address()).isEqualTo("job/a%20b/job/%C3%BC%2B%25/job/c/");
        assertThat(Addresses.item("http://h/ci/view/all/job/a%20b/job/%C3%BC%2B%25/12/"))
                .isEqualTo(ItemPath.of("a b/ü+%"));
        assertThatThrownBy(() -> ItemPath.of("a/../b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ItemPath.of("a//b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void json_anyDocument_isReadAndWritten() {
        var text = "{\"a\":[1,2.5,\"x\\n\\\"\\u0001\",true,null],\"b\":{},\"c\":[]}";
        var json = Json.parse(text);

        assertThat(json.toString()).isEqualTo(text);
        assertThat(json).isEqualTo(Json.parse(text)).hasSameHashCodeAs(Json.parse(text));
        assertThat(json.get("nothing").get("here").asText()).isEmpty();
        assertThat(json.get("a").items().get(1).asDouble()).isEqualTo(2.5);
        assertThat(Json.parse("{\"n\":NaN}").get("n").asDouble()).isNaN();
        assertThat(JsonText.of(Map.of("k", List.of("v", 1)))).isEqualTo("{\"k\":[\"v\",1]}");
    }

    @Test
    void queueItem_parametersOfSeveralLines_areWhole() {
        var item =
                QueueItem.of(Json.parse("{\"id\":3,\"params\":\"\\nA=1\\nB=x\\ny=z\\nC=\",\"task\":{\"name\":\"a\"}}"));

        assertThat(item.parameters()).containsEntry("A", "1").containsEntry("C", "");
    }
}
