package hobson.export.xpath;

import org.jaxen.JaxenException;
import org.jaxen.expr.BinaryExpr;
import org.jaxen.expr.DefaultXPathFactory;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.expr.LiteralExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.PathExpr;
import org.jaxen.expr.Step;
import org.jaxen.expr.UnionExpr;
import org.jaxen.expr.VariableReferenceExpr;
import org.jaxen.saxpath.Operator;
import org.jspecify.annotations.Nullable;

/** Makes the parts of an expression: paths are ours, the rest is jaxen's. Refuses names that mean nothing here. */
final class NodePathFactory extends DefaultXPathFactory {

    @Override
    public LocationPath createRelativeLocationPath() {
        return new NodePath(false);
    }

    @Override
    public LocationPath createAbsoluteLocationPath() {
        return new NodePath(true);
    }

    @Override
    public PathExpr createPathExpr(@Nullable FilterExpr filter, @Nullable LocationPath path) {
        return new FilteredPath(filter, path);
    }

    @Override
    public Step createNameStep(int axis, @Nullable String prefix, String name) {
        if (prefix == null || prefix.isEmpty())
            return new NodeStep(axis, new NodeTest.Named(name.equals("*") ? null : name));
        if (prefix.equals(XmlNamespace.PREFIX)) return new NodeStep(axis, new NodeTest.Nothing());
        throw XPathRefused.invalid("The prefix " + prefix + " is not bound: the document has no namespaces");
    }

    @Override
    public Step createTextNodeStep(int axis) {
        return new NodeStep(axis, new NodeTest.Text());
    }

    @Override
    public Step createAllNodeStep(int axis) {
        return new NodeStep(axis, new NodeTest.Any());
    }

    @Override
    public Step createCommentNodeStep(int axis) {
        return new NodeStep(axis, new NodeTest.Nothing());
    }

    @Override
    public Step createProcessingInstructionNodeStep(int axis, @Nullable String target) {
        return new NodeStep(axis, new NodeTest.Nothing());
    }

    @Override
    public UnionExpr createUnionExpr(Expr left, Expr right) {
        return new NodeUnion(left, right);
    }

    @Override
    public BinaryExpr createEqualityExpr(Expr left, Expr right, int operator) throws JaxenException {
        if (operator == Operator.EQUALS) {
            var one = FilteredPath.unwrapped(left);
            var other = FilteredPath.unwrapped(right);
            if (one instanceof NodePath path && other instanceof LiteralExpr text) return new TextEquality(path, text);
            if (other instanceof NodePath path && one instanceof LiteralExpr text) return new TextEquality(path, text);
        }
        return super.createEqualityExpr(left, right, operator);
    }

    @Override
    public FunctionCallExpr createFunctionCallExpr(@Nullable String prefix, String name) throws JaxenException {
        if ((prefix != null && !prefix.isEmpty()) || !Functions.exists(name)) {
            throw XPathRefused.invalid("There is no function " + name + "() here");
        }
        return super.createFunctionCallExpr(prefix, name);
    }

    @Override
    public VariableReferenceExpr createVariableReferenceExpr(@Nullable String prefix, String name) {
        throw XPathRefused.invalid("There is no variable $" + name + ": the expression has none");
    }
}
