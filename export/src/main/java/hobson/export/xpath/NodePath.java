package hobson.export.xpath;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.Step;
import org.jaxen.saxpath.Axis;

/** A location path. Immutable once the expression is complete. */
final class NodePath implements LocationPath {
    private static final long serialVersionUID = 1L;

    /** What makes a predicate depend on the other nodes of its step, in any nested expression. */
    private static final Pattern POSITIONAL = Pattern.compile("position|last");

    private final boolean absolute;

    @SuppressWarnings("serial") // never serialised
    private final List<NodeStep> steps = new ArrayList<>();

    NodePath(boolean absolute) {
        this.absolute = absolute;
    }

    @Override
    public void addStep(Step step) { // comes with its predicates
        var next = (NodeStep) step;
        if (!steps.isEmpty() && isEverywhere(steps.getLast())) addAfterEverywhere(next);
        else steps.add(next);
    }

    @Override
    public List<NodeStep> getSteps() {
        return steps;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public String getText() {
        var text = new StringBuilder();
        for (var step : steps) text.append('/').append(step.getText());
        return absolute ? text.toString() : text.substring(Math.min(1, text.length()));
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has it; nobody calls it
    public Expr simplify() {
        return this;
    }

    /** {@code descendant-or-self::node()}, without predicates. */
    private static boolean isEverywhere(NodeStep step) {
        return step.getAxis() == Axis.DESCENDANT_OR_SELF
                && step.test() instanceof NodeTest.Any
                && step.getPredicates().isEmpty();
    }

    /** Takes the cheaper way where there is one for {@code //}, which stands in every other expression. */
    private void addAfterEverywhere(NodeStep next) {
        if (next.getAxis() == Axis.CHILD && next.getPredicates().stream().noneMatch(p -> isPositional(p.getExpr()))) {
            steps.removeLast();
            steps.add(new NodeStep(Axis.DESCENDANT, next.test(), next.getPredicateSet()));
            return;
        }
        if (next.getAxis() == Axis.CHILD || next.getAxis() == Axis.ATTRIBUTE) {
            steps.removeLast();
            steps.add(new NodeStep(Axis.DESCENDANT_OR_SELF, new NodeTest.Parents()));
        }
        steps.add(next);
    }

    /** Whether a predicate may mean a position; true also where that is not known. */
    private static boolean isPositional(Expr predicate) {
        var expression = FilteredPath.unwrapped(predicate);
        boolean truth = expression instanceof NodePath
                || expression instanceof org.jaxen.expr.EqualityExpr
                || expression instanceof org.jaxen.expr.RelationalExpr
                || expression instanceof org.jaxen.expr.LogicalExpr
                || (expression instanceof org.jaxen.expr.FunctionCallExpr call && Functions.isTruth(call));
        return !truth || POSITIONAL.matcher(expression.getText()).find();
    }

    @Override
    public List<XmlNode> evaluate(Context context) throws JaxenException {
        var scope = (Scope) context.getContextSupport();
        var nodes = start(context, scope);
        for (var step : steps) {
            if (nodes.isEmpty()) return nodes;
            nodes = step.from(nodes, scope);
        }
        if (nodes.size() > 1) NodeSets.sort(nodes);
        return nodes;
    }

    @SuppressWarnings("unchecked") // jaxen knows no generics; all nodes are ours
    private List<XmlNode> start(Context context, Scope scope) {
        return absolute ? List.of(scope.document()) : new ArrayList<>((List<XmlNode>) context.getNodeSet());
    }
}
