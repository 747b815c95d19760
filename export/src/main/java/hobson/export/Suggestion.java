package hobson.export;

import static java.util.stream.Collectors.joining;

import hobson.export.Halt.OverBudget;
import hobson.export.Halt.OverBudget.Frame;
import java.util.Comparator;

/** What to ask instead of a query that went over the budget: a {@code tree} that the schema at hand can answer. */
final class Suggestion {
    private static final int PROPERTIES = 3;
    private static final int ITEMS = 100;

    private Suggestion() {}

    static String sentence(OverBudget over) {
        return over.getMessage() + "; ask for less, for example tree=" + tree(over);
    }

    /** Leads to the first list on the way, and shows a few plain properties of a few of its items. */
    private static String tree(OverBudget over) {
        var inwards = over.outwards.reversed();
        if (inwards.isEmpty()) return "*";
        int list = 0;
        while (list < inwards.size() && !inwards.get(list).property().declared.repeated()) list++;
        if (list == inwards.size()) return plainProperties(inwards.getFirst().schema());
        var item = list + 1 < inwards.size() ? inwards.get(list + 1).schema() : over.innermost;
        var items = item == null ? "" : "[" + plainProperties(item) + "]";
        var way = inwards.subList(0, list + 1).stream()
                .map(Frame::property)
                .filter(property -> !property.merged())
                .map(Property::name)
                .toList();
        return String.join("[", way) + items + "{0," + ITEMS + "}" + "]".repeat(way.size() - 1);
    }

    /** Those that are cheap enough to be shown everywhere come first. */
    private static String plainProperties(Schema<?, ?> schema) {
        var plain = schema.properties.stream()
                .filter(property -> property.declared.type() instanceof Declared.Type.Plain type
                        && !type.equals(Declared.ANY.type())
                        && !property.declared.repeated())
                .sorted(Comparator.comparingInt((Property<?, ?> property) -> property.visibility())
                        .reversed())
                .limit(PROPERTIES)
                .map(Property::name)
                .collect(joining(","));
        return plain.isEmpty() ? "_class" : plain;
    }
}
