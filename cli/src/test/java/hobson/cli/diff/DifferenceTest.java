package hobson.cli.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static Document document(String text) {
        return Document.read(text.getBytes(UTF_8));
    }

    @Test
    void means_formattingCommentsAndPlugins_areNoDifference() {
        var one =
                document("<?xml version='1.1' encoding='UTF-8'?>\n<project plugin=\"x@1\" a='1' b=\"2\"><!-- why -->\n"
                        + "  <builders>\n  </builders><s>a &amp; b</s>\n</project>");
        var other = document("<project b=\"2\" a=\"1\" plugin=\"x@2\"><builders/><s><![CDATA[a & b]]></s></project>");

        assertThat(one.means(other)).isTrue();
        assertThat(Difference.between(one, other).isNone()).isTrue();
    }

    @Test
    void means_valuesAndOrder_areDifferences() {
        assertThat(document("<p><a> </a></p>").means(document("<p><a/></p>"))).isFalse();
        assertThat(document("<p><a/><b/></p>").means(document("<p><b/><a/></p>")))
                .isFalse();
        assertThat(document("<p a=\"1\"/>").means(document("<p a=\"2\"/>"))).isFalse();
    }

    @Test
    void text_changedLine_isShownBelowItsElements() {
        var before =
                document("<project><x/><builders><Shell><command>make\ntest</command></Shell></builders></project>");
        var after =
                document("<project><x/><builders><Shell><command>make\ncheck</command></Shell></builders></project>");

        assertThat(Difference.between(before, after).text())
                .containsExactly(
                        "@@ project/builders/Shell/command @@",
                        "      <Shell>",
                        "        <command>make",
                        "- test</command>",
                        "+ check</command>",
                        "      </Shell>",
                        "    </builders>");
    }

    @Test
    void text_whatMovesACursor_isWrittenAsItsNumber() {
        var before = document("<?xml version='1.1'?><p>a</p>");
        var after = document("<?xml version='1.1'?><p>&#x1b;[2J</p>");

        assertThat(Difference.between(before, after).text()).contains("+ <p>&#x1b;[2J</p>");
    }

    @Test
    void read_noDocument_saysWhere() {
        assertThatThrownBy(() -> document("<a>\n<b></a>"))
                .isInstanceOf(BadDocument.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> document("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"))
                .isInstanceOf(BadDocument.class);
        assertThatThrownBy(() -> document("")).isInstanceOf(BadDocument.class);
    }

    @Test
    void compare_anyTwoLists_leadsFromOneToTheOther() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var left = lines(random, random.nextInt(30));
            var right = lines(random, random.nextInt(30));

            var edits = LineComparison.compare(left, right);

            assertThat(kept(edits, Edit.Kind.NEW)).isEqualTo(left);
            assertThat(kept(edits, Edit.Kind.GONE)).isEqualTo(right);
            assertThat(edits.stream().filter(edit -> !edit.isChange()).count()).isEqualTo(longestCommon(left, right));
        }
    }

    @Test
    void compare_thousandsOfDifferentLines_replacesThem() {
        var left =
                IntStream.range(0, 5_000).mapToObj(i -> new Line("l" + i, "")).toList();
        var right =
                IntStream.range(0, 5_000).mapToObj(i -> new Line("r" + i, "")).toList();

        assertThat(LineComparison.compare(left, right)).hasSize(10_000);
    }

    private static List<Line> lines(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Line(String.valueOf((char) ('a' + random.nextInt(4))), ""))
                .toList();
    }

    private static List<Line> kept(List<Edit> edits, Edit.Kind without) {
        var lines = new ArrayList<Line>();
        edits.stream().filter(edit -> edit.kind() != without).forEach(edit -> lines.add(edit.line()));
        return lines;
    }

    private static long longestCommon(List<Line> left, List<Line> right) {
        var lengths = new int[left.size() + 1][right.size() + 1];
        for (int i = 1; i <= left.size(); i++) {
            for (int j = 1; j <= right.size(); j++) {
                lengths[i][j] = left.get(i - 1).says(right.get(j - 1))
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths[left.size()][right.size()];
    }
}
