package hobson.export.xpath;

import java.util.List;
import org.jaxen.Context;
import org.jaxen.JaxenException;
import org.jaxen.expr.Expr;
import org.jaxen.expr.FilterExpr;
import org.jaxen.expr.LocationPath;
import org.jaxen.expr.PathExpr;
import org.jspecify.annotations.Nullable;

/** A filtered expression, a path, or a path that begins at what an expression gives: {@code (//a)[1]/b}. */
final class FilteredPath implements PathExpr {
    private static final long serialVersionUID = 1L;

    private final @Nullable Expr filter;
    private final @Nullable LocationPath path;

    FilteredPath(@Nullable Expr filter, @Nullable LocationPath path) {
        this.filter = filter;
        this.path = path;
    }

    /** The expression itself where there is no more to it: a path or a literal, for example. */
    static Expr unwrapped(Expr expression) {
        return switch (expression) {
            case FilteredPath whole when whole.filter == null && whole.path != null -> whole.path;
            case FilteredPath whole when whole.filter != null && whole.path == null -> unwrapped(whole.filter);
            case FilterExpr whole when whole.getPredicates().isEmpty() -> unwrapped(whole.getExpr());
            default -> expression;
        };
    }

    @Override
    public @Nullable Expr getFilterExpr() {
        return filter;
    }

    @Override
    public void setFilterExpr(Expr expression) {
        throw new UnsupportedOperationException("a path stays as it was read");
    }

    @Override
    public @Nullable LocationPath getLocationPath() {
        return path;
    }

    @Override
    public String getText() {
        return (filter == null ? "" : filter.getText()) + (path == null ? "" : "/" + path.getText());
    }

    @Override
    @SuppressWarnings("deprecation") // the interface has it; nobody calls it
    public Expr simplify() {
        return this;
    }

    @Override
    public Object evaluate(Context context) throws JaxenException {
        Object value = filter == null ? context.getNodeSet() : filter.evaluate(context);
        if (path == null) return value;
        if (filter == null) return path.evaluate(context);
        if (!(value instanceof List<?> nodes)) {
            throw XPathRefused.invalid("A path can only go on from nodes, not from " + filter.getText());
        }
        var inner = new Context(context.getContextSupport());
        inner.setNodeSet(nodes);
        return path.evaluate(inner);
    }
}
