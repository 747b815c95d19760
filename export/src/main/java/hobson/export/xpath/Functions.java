package hobson.export.xpath;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jaxen.Function;
import org.jaxen.FunctionContext;
import org.jaxen.SimpleFunctionContext;
import org.jaxen.expr.FunctionCallExpr;
import org.jaxen.function.BooleanFunction;
import org.jaxen.function.CeilingFunction;
import org.jaxen.function.ConcatFunction;
import org.jaxen.function.ContainsFunction;
import org.jaxen.function.CountFunction;
import org.jaxen.function.FalseFunction;
import org.jaxen.function.FloorFunction;
import org.jaxen.function.IdFunction;
import org.jaxen.function.LangFunction;
import org.jaxen.function.LastFunction;
import org.jaxen.function.LocalNameFunction;
import org.jaxen.function.NameFunction;
import org.jaxen.function.NamespaceUriFunction;
import org.jaxen.function.NormalizeSpaceFunction;
import org.jaxen.function.NotFunction;
import org.jaxen.function.NumberFunction;
import org.jaxen.function.PositionFunction;
import org.jaxen.function.RoundFunction;
import org.jaxen.function.StartsWithFunction;
import org.jaxen.function.StringFunction;
import org.jaxen.function.StringLengthFunction;
import org.jaxen.function.SubstringAfterFunction;
import org.jaxen.function.SubstringBeforeFunction;
import org.jaxen.function.SubstringFunction;
import org.jaxen.function.SumFunction;
import org.jaxen.function.TranslateFunction;
import org.jaxen.function.TrueFunction;
import org.jaxen.function.ext.EndsWithFunction;
import org.jaxen.function.ext.LowerFunction;
import org.jaxen.function.ext.UpperFunction;

/** The functions that expressions may call: those of XPath 1.0 and three more; nothing that reads or evaluates elsewhere. */
final class Functions {
    private static final Map<String, Function> ALL = new HashMap<>();

    /** Those whose value is never a number. */
    private static final Set<String> TRUTHS =
            Set.of("boolean", "contains", "ends-with", "false", "lang", "not", "starts-with", "true");

    static {
        nodes();
        strings();
        truths();
        numbers();
    }

    private static final FunctionContext CONTEXT = context(ALL);

    private Functions() {}

    private static void nodes() {
        ALL.put("count", new CountFunction());
        ALL.put("id", new IdFunction());
        ALL.put("last", new LastFunction());
        ALL.put("local-name", new LocalNameFunction());
        ALL.put("name", new NameFunction());
        ALL.put("namespace-uri", new NamespaceUriFunction());
        ALL.put("position", new PositionFunction());
    }

    private static void strings() {
        ALL.put("concat", new ConcatFunction());
        ALL.put("lower-case", new LowerFunction());
        ALL.put("normalize-space", new NormalizeSpaceFunction());
        ALL.put("string", new StringFunction());
        ALL.put("string-length", new StringLengthFunction());
        ALL.put("substring", new SubstringFunction());
        ALL.put("substring-after", new SubstringAfterFunction());
        ALL.put("substring-before", new SubstringBeforeFunction());
        ALL.put("translate", new TranslateFunction());
        ALL.put("upper-case", new UpperFunction());
    }

    private static void truths() {
        ALL.put("boolean", new BooleanFunction());
        ALL.put("contains", new ContainsFunction());
        ALL.put("ends-with", new EndsWithFunction());
        ALL.put("false", new FalseFunction());
        ALL.put("lang", new LangFunction());
        ALL.put("not", new NotFunction());
        ALL.put("starts-with", new StartsWithFunction());
        ALL.put("true", new TrueFunction());
    }

    private static void numbers() {
        ALL.put("ceiling", new CeilingFunction());
        ALL.put("floor", new FloorFunction());
        ALL.put("number", new NumberFunction());
        ALL.put("round", new RoundFunction());
        ALL.put("sum", new SumFunction());
    }

    private static FunctionContext context(Map<String, Function> functions) {
        var context = new SimpleFunctionContext();
        functions.forEach((name, function) -> context.registerFunction(null, name, function));
        return context;
    }

    static boolean exists(String name) {
        return ALL.containsKey(name);
    }

    static boolean isTruth(FunctionCallExpr call) {
        return TRUTHS.contains(call.getFunctionName());
    }

    static FunctionContext context() {
        return CONTEXT;
    }
}
