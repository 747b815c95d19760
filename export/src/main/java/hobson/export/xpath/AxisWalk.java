package hobson.export.xpath;

import java.util.List;
import org.jaxen.saxpath.Axis;
import org.jspecify.annotations.Nullable;

/** Walks along the axes of XPath and collects the nodes that a test wants, in the direction of the axis. */
final class AxisWalk {
    private final NodeTest test;
    private final Visits visits;
    private final List<XmlNode> found;

    AxisWalk(NodeTest test, Visits visits, List<XmlNode> found) {
        this.test = test;
        this.visits = visits;
        this.found = found;
    }

    void along(int axis, XmlNode from) {
        switch (axis) {
            case Axis.CHILD -> children(from);
            case Axis.DESCENDANT -> descendants(from);
            case Axis.DESCENDANT_OR_SELF -> {
                offer(from);
                descendants(from);
            }
            case Axis.SELF -> offer(from);
            case Axis.PARENT -> offer(from.parent);
            case Axis.ANCESTOR -> ancestors(from.parent);
            case Axis.ANCESTOR_OR_SELF -> ancestors(from);
            case Axis.ATTRIBUTE -> attribute(from);
            case Axis.NAMESPACE -> namespace(from);
            case Axis.FOLLOWING_SIBLING -> followingSiblings(from);
            case Axis.PRECEDING_SIBLING -> precedingSiblings(from);
            case Axis.FOLLOWING -> following(from);
            case Axis.PRECEDING -> preceding(from);
            default -> throw XPathRefused.invalid("There is no axis " + axis);
        }
    }

    private void offer(@Nullable XmlNode node) {
        if (node == null) return;
        visits.visit();
        if (test.accepts(node)) found.add(node);
    }

    private void element(XmlElement element) {
        visits.visit();
        if (test.accepts(element)) found.add(element);
    }

    private void texts(XmlElement element) {
        for (var piece : element.pieces()) {
            visits.visit();
            found.add(piece);
        }
    }

    private void children(XmlNode from) {
        switch (from) {
            case XmlDocument document -> offer(document.root());
            case XmlElement element -> {
                if (test.wantsTexts()) texts(element);
                if (!test.wantsElements()) return;
                for (var child = element.firstChild; child != null; child = child.next) element(child);
            }
            case XmlAttribute _, XmlText _, XmlNamespace _ -> {}
        }
    }

    private void descendants(XmlNode from) {
        switch (from) {
            case XmlDocument document -> {
                offer(document.root());
                within(document.root());
            }
            case XmlElement element -> within(element);
            case XmlAttribute _, XmlText _, XmlNamespace _ -> {}
        }
    }

    private void within(XmlElement top) {
        boolean texts = test.wantsTexts();
        if (texts) texts(top);
        for (var at = top.after(top); at != null; at = top.after(at)) {
            element(at);
            if (texts) texts(at);
        }
    }

    private void ancestors(@Nullable XmlNode from) {
        for (var at = from; at != null; at = at.parent) offer(at);
    }

    private void attribute(XmlNode from) {
        if (!(from instanceof XmlElement element)) return;
        var attribute = element.attribute();
        if (attribute == null) return;
        visits.visit();
        if (test instanceof NodeTest.Any || isNamed(XmlAttribute.NAME)) found.add(attribute);
    }

    private void namespace(XmlNode from) {
        if (!(from instanceof XmlElement element)) return;
        visits.visit();
        if (test instanceof NodeTest.Any || isNamed(XmlNamespace.PREFIX)) found.add(new XmlNamespace(element));
    }

    private boolean isNamed(String name) {
        return test instanceof NodeTest.Named(var wanted) && (wanted == null || wanted.equals(name));
    }

    private void followingSiblings(XmlNode from) {
        if (from instanceof XmlElement element) {
            for (var at = element.next; at != null; at = at.next) element(at);
        } else if (from instanceof XmlText text && test.wantsTexts() && text.parent instanceof XmlElement element) {
            var pieces = element.pieces();
            pieces.subList(pieces.indexOf(text) + 1, pieces.size()).forEach(this::offer);
        }
    }

    private void precedingSiblings(XmlNode from) {
        if (from instanceof XmlElement element) {
            for (var at = element.previous; at != null; at = at.previous) element(at);
        } else if (from instanceof XmlText text && test.wantsTexts() && text.parent instanceof XmlElement element) {
            var pieces = element.pieces();
            pieces.subList(0, pieces.indexOf(text)).reversed().forEach(this::offer);
        }
    }

    private void following(XmlNode from) {
        if (from instanceof XmlText) followingSiblings(from);
        var element = from instanceof XmlElement itself ? itself : from.parent;
        for (var at = element; at instanceof XmlElement above; at = at.parent) {
            for (var sibling = above.next; sibling != null; sibling = sibling.next) {
                element(sibling);
                within(sibling);
            }
        }
    }

    private void preceding(XmlNode from) {
        if (from instanceof XmlText) precedingSiblings(from);
        var element = from instanceof XmlElement itself ? itself : from.parent;
        for (var at = element; at instanceof XmlElement above; at = at.parent) {
            for (var sibling = above.previous; sibling != null; sibling = sibling.previous) {
                int start = found.size();
                element(sibling);
                within(sibling);
                java.util.Collections.reverse(found.subList(start, found.size()));
            }
        }
    }
}
