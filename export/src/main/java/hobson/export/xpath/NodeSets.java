package hobson.export.xpath;

import java.util.Comparator;
import java.util.List;

/** Lists of nodes as XPath wants them: each node once, in document order. */
final class NodeSets {
    private static final Comparator<XmlNode> DOCUMENT_ORDER = Comparator.comparingLong(node -> node.order);

    private NodeSets() {}

    /** Leaves each node once. */
    static void unite(List<XmlNode> nodes, Visits visits) {
        int search = visits.newSearch();
        int kept = 0;
        for (var node : nodes) {
            if (node.seenBy == search) continue;
            node.seenBy = search;
            nodes.set(kept++, node);
        }
        nodes.subList(kept, nodes.size()).clear();
    }

    static void sort(List<XmlNode> nodes) {
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i - 1).order > nodes.get(i).order) {
                nodes.sort(DOCUMENT_ORDER);
                return;
            }
        }
    }
}
