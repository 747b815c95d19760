package hobson.parts.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.Refusal;
import hobson.engine.item.FolderDefinition;
import hobson.engine.view.View;
import hobson.engine.view.View.Shape;
import hobson.engine.view.View.Shape.Listed;
import hobson.engine.view.ViewSet;
import hobson.parts.TestParts;
import hobson.parts.document.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewDocumentsTest {
    private static final ViewDocuments FORMAT = new ViewDocuments(Limits.DEFAULT);
    private static final Listed FULL = new Listed(
            List.of("a", "B/c & d"),
            "x.*<y>",
            false,
            true,
            false,
            List.of("<my.Column>\n  <width>3</width></my.Column>"),
            List.of("<a.Filter negated=\"true\"/>"));

    private static View read(String document) {
        return FORMAT.read(document.getBytes(UTF_8));
    }

    @Test
    void write_everyKind_isReadAsItWas() {
        var inner = new ViewSet(List.of(View.of("list", FULL), View.of("all", new Shape.All())), "list");
        var set = new ViewSet(
                List.of(
                        new View("ä & <b>", "text\u0001", true, true, FULL),
                        View.of("mine", new Shape.Mine()),
                        View.of("through", new Shape.Proxy("mine")),
                        View.of("nested", new Shape.Nested(inner))),
                "nested");

        assertThat(FORMAT.readSet(FORMAT.writeSet(set))).isEqualTo(set);
        for (var view : set.views()) {
            assertThat(FORMAT.read(FORMAT.write(view))).isEqualTo(view);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<hudson.model.ListView/>", "<listView/>", "<view/>"})
    void read_emptyListView_hasTheUsualColumnsWhenWritten(String document) {
        var written = new String(FORMAT.write(read(document)), UTF_8);

        assertThat(written).contains("<hudson.views.StatusColumn/>\n", "<jobFilters/>", "<recurse>false</recurse>");
        assertThat(new String(FORMAT.write(read("<listView><columns/></listView>")), UTF_8))
                .contains("<columns/>");
    }

    @Test
    void read_whatIsNoView_isRefused() {
        assertThatThrownBy(() -> read("<project/>")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> FORMAT.blank("no.such.View")).hasMessage("No view type ‘no.such.View’ is known");
    }

    @Test
    void readSet_unknownAndDoubledViews_areLeftOut() {
        var set = FORMAT.readSet("""
                <viewSet><views><no.such.View><name>x</name></no.such.View><hudson.model.AllView><name>a</name></hudson.model.AllView>
                <hudson.model.MyView><name>a</name></hudson.model.MyView></views></viewSet>""".getBytes(UTF_8));

        assertThat(set).isEqualTo(ViewSet.onlyAll("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<com.cloudbees.hudson.plugins.folder.Folder/>",
                "<com.cloudbees.hudson.plugins.folder.Folder>\n  <x>1</x>\n  <views/>\n  <primaryView>All</primaryView>\n"
                        + "</com.cloudbees.hudson.plugins.folder.Folder>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><com.cloudbees.hudson.plugins.folder.Folder><folderViews/>"
                        + "</com.cloudbees.hudson.plugins.folder.Folder>"
            })
    void inFolder_otherViews_areThoseOfTheFolder(String document) {
        var set = new ViewSet(List.of(View.of("ü日", new Shape.All()), View.of("list", FULL)), "list");

        var folder = FORMAT.inFolder(document.getBytes(UTF_8), set);

        var definition = (FolderDefinition) TestParts.FORMAT.read(folder);
        assertThat(definition.part(ViewSet.class)).contains(set);
        assertThat(FORMAT.inFolder(folder, set)).isEqualTo(folder);
    }

    @Test
    void read_folderWithoutViews_saysNothingOfThem() {
        var folder = TestParts.FORMAT.read("<com.cloudbees.hudson.plugins.folder.Folder/>".getBytes(UTF_8));

        assertThat(folder.part(ViewSet.class)).isEmpty();
    }
}
