package hobson.exec;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.exec.ProcessTable.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessTableTest {
    private static final String REST = " 0 0 4228224 94 0 0 0 0 0 0 0 20 0 %d 0 445380 2703360 320 1844 1 1 0";

    @Test
    void parse_nameWithBlanksAndBrackets_isReadBehindTheLast() {
        var stat = "16116 (a) Z (b)) S 16115 16107 4536" + REST.formatted(1);

        assertThat(ProcessTable.parse(16116, stat)).contains(new Entry(16116, 16115, 4536, 445_380));
    }

    @Test
    void parse_onlyExitCodeLeft_isNoProcess() {
        assertThat(ProcessTable.parse(7, "7 (x) Z 1 7 7" + REST.formatted(1))).isEmpty();
    }

    @Test
    void parse_firstThreadEndedAndOthersNot_isAProcess() {
        assertThat(ProcessTable.parse(7, "7 (x) Z 1 7 7" + REST.formatted(3))).isPresent();
    }

    @Test
    void trees_ofARoot_areChildrenBeforeParents() {
        var root = new Entry(10, 1, 10, 1);
        var child = new Entry(9, 10, 10, 2);
        var grandchild = new Entry(12, 9, 12, 3);
        var other = new Entry(13, 1, 13, 4);

        var trees = ProcessTable.trees(List.of(other, root, child, grandchild), root::equals);

        assertThat(trees).containsExactly(grandchild, child, root);
    }

    @Test
    void trees_rootBelowARoot_isThereOnceAndBeforeIt() {
        var root = new Entry(10, 1, 10, 1);
        var child = new Entry(9, 10, 10, 2);

        assertThat(ProcessTable.trees(List.of(root, child), _ -> true)).containsExactly(child, root);
    }
}
