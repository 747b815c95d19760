package hobson.export.xpath;

import java.util.ArrayList;
import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jaxen.expr.UnionExpr;

/** The nodes of two expressions. */
final class NodeUnion implements UnionExpr {
    private static final long serialVersionUID = 1L;

    private final Expr left;
    private final Expr right;

    NodeUnion(Expr left, Expr right) {
        this.left = left;
        this.right = right;
    }

    @Override
    public Expr getLHS() {
        return left;
    }

    @Override
    public Expr getRHS() {
        return right;
    }

    @Override
    public String getOperator() {
        return "|";
    }

    @Override
    public String getText() {
        return left.getText() + " | " + right.getText();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has it; nobody calls it
    public Expr simplify() {
        return this;
    }

    @Override
    public List<XmlNode> evaluate(Context context) throws JaxenException {
        var all = new ArrayList<XmlNode>(nodes(left, context));
        all.addAll(nodes(right, context));
        NodeSets.unite(all, ((Scope) context.getContextSupport()).visits());
        NodeSets.sort(all);
        return all;
    }

    @SuppressWarnings("unchecked") // jaxen knows no generics; all nodes are ours
    private static List<XmlNode> nodes(Expr side, Context context) throws JaxenException {
        if (side.evaluate(context) instanceof List<?> nodes) return (List<XmlNode>) nodes;
        throw XPathRefused.invalid("Only nodes can be united with |, not " + side.getText());
    }
}
