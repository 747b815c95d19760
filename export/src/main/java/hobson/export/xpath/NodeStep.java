package hobson.export.xpath;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jaxen.Context;
import org.jaxen.ContextSupport;
import org.jaxen.JaxenException;
import org.jaxen.expr.Predicate;
import org.jaxen.expr.PredicateSet;
import org.jaxen.expr.Step;
import org.jaxen.function.BooleanFunction;
import org.jaxen.saxpath.Axis;
import org.jspecify.annotations.Nullable;

/** One step of a path: an axis, a test, predicates. Immutable once the expression is complete. */
final class NodeStep implements Step {
    private static final long serialVersionUID = 1L;

    private final int axis;

    @SuppressWarnings("serial") // never serialised
    private final NodeTest test;

    private final PredicateSet predicates;

    NodeStep(int axis, NodeTest test) {
        this(axis, test, new PredicateSet());
    }

    NodeStep(int axis, NodeTest test, PredicateSet predicates) {
        this.axis = axis;
        this.test = test;
        this.predicates = predicates;
    }

    @Override
    public void addPredicate(Predicate predicate) {
        predicates.addPredicate(predicate);
    }

    @Override
    @SuppressWarnings("unchecked") // jaxen knows no generics; it puts predicates in
    public List<Predicate> getPredicates() {
        return predicates.getPredicates();
    }

    @Override
    public PredicateSet getPredicateSet() {
        return predicates;
    }

    @Override
    public int getAxis() {
        return axis;
    }

    NodeTest test() {
        return test;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has it; nobody calls it
    public void simplify() {}

    @Override
    public String getText() {
        return Axis.lookup(axis) + "::" + test + predicates.getText();
    }

    /** The nodes that this step leads to from each of the given ones, each once. */
    List<XmlNode> from(List<XmlNode> nodes, Scope scope) throws JaxenException {
        var result = new ArrayList<XmlNode>();
        if (getPredicates().isEmpty()) {
            var walk = new AxisWalk(test, scope.visits(), result);
            for (var node : nodes) walk.along(axis, node);
        } else {
            boolean overlap = nodes.size() > 1 && !(test instanceof NodeTest.Named);
            var before = overlap ? Collections.<XmlNode>newSetFromMap(new IdentityHashMap<>()) : null;
            for (var node : nodes) result.addAll(filtered(node, before, scope));
        }
        if (nodes.size() > 1) NodeSets.unite(result, scope.visits());
        return result;
    }

    /**
     * The nodes that an axis leads to and the predicates keep. Like the original, and unlike the standard, predicates of tests other
     * than names do not count nodes that the same step has come to before.
     */
    private List<XmlNode> filtered(XmlNode node, @Nullable Set<XmlNode> before, Scope scope) throws JaxenException {
        List<XmlNode> left = new ArrayList<>();
        new AxisWalk(test, scope.visits(), left).along(axis, node);
        if (before != null) left.removeIf(found -> !before.add(found));
        for (var predicate : getPredicates()) left = those(left, predicate, scope);
        return left;
    }

    private static List<XmlNode> those(List<XmlNode> nodes, Predicate predicate, Scope scope) throws JaxenException {
        var left = new ArrayList<XmlNode>();
        var context = new Context(scope.support());
        var single = new ArrayList<XmlNode>(1);
        single.add(scope.document());
        context.setNodeSet(single);
        context.setSize(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            single.set(0, nodes.get(i));
            context.setPosition(i + 1);
            if (holds(predicate.evaluate(context), i + 1, scope)) left.add(nodes.get(i));
        }
        return left;
    }

    private static boolean holds(Object value, int position, Scope scope) {
        if (value instanceof Number number) return number.doubleValue() == position;
        return BooleanFunction.evaluate(value, scope.support().getNavigator());
    }

    @Override
    public boolean matches(Object node, ContextSupport support) {
        throw new UnsupportedOperationException("paths evaluate their steps themselves");
    }

    @Override
    public Iterator<Object> axisIterator(Object node, ContextSupport support) {
        throw new UnsupportedOperationException("paths evaluate their steps themselves");
    }

    @Override
    public List<Object> evaluate(Context context) {
        throw new UnsupportedOperationException("paths evaluate their steps themselves");
    }
}
