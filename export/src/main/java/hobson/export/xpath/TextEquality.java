package hobson.export.xpath;

import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.EqualityExpr;
import org.jaxen.expr.Expr;
import org.jaxen.expr.LiteralExpr;

/** {@code path = 'text'}: whether one of the nodes has this text. The commonest predicate, so it has a class of its own. */
final class TextEquality implements EqualityExpr {
    private static final long serialVersionUID = 1L;

    private final NodePath path;
    private final LiteralExpr literal;

    TextEquality(NodePath path, LiteralExpr literal) {
        this.path = path;
        this.literal = literal;
    }

    @Override
    public Expr getLHS() {
        return path;
    }

    @Override
    public Expr getRHS() {
        return literal;
    }

    @Override
    public String getOperator() {
        return "=";
    }

    @Override
    public String getText() {
        return path.getText() + " = " + literal.getText();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has it; nobody calls it
    public Expr simplify() {
        return this;
    }

    @Override
    public Boolean evaluate(Context context) throws JaxenException {
        List<XmlNode> nodes = path.evaluate(context);
        var text = literal.getLiteral();
        var navigator = ((Scope) context.getContextSupport()).getNavigator();
        for (var node : nodes) {
            if (((TreeNavigator) navigator).text(node).equals(text)) return true;
        }
        return false;
    }
}
