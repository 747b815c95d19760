package hobson.export;

import hobson.export.GeneratedBean.Ball;
import hobson.export.GeneratedBean.Bomb;
import hobson.export.GeneratedBean.Opaque;
import hobson.export.GeneratedBean.Replaced;
import hobson.export.Shape.Trait;
import java.lang.reflect.Array;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes up objects of made-up classes. */
final class Graphs {
    static final List<String> TEXTS = List.of(
            "",
            "a",
            "plain text",
            "a\"b\\c/d",
            "tab\tnl\ncr\r",
            "\u0000\u0001\u001f\u007f\u0080\u009f\u00a0",
            "<b>&amp;</b>",
            "Zo\u00eb \u4e2d\u6587 \u2028 \ufeff \uffff",
            "\ud83d\ude00",
            "\ud83d",
            "\ude00x",
            "]]>",
            "'quoted'",
            "{}[],:");

    /** Texts that a parser of XML gives back as they were, in as many nodes as ours. */
    static final List<String> PARSED_TEXTS = List.of(
            "",
            "a",
            "plain text",
            "12",
            " b ",
            "<b>&amp;</b>",
            "Zo\u00eb \u4e2d\u6587",
            "\ud83d\ude00",
            "a\nb",
            "it's");

    private static final List<String> KEYS = List.of(
            "",
            "k",
            "hudson.node_monitors.SwapSpaceMonitor",
            "9num",
            "99",
            "-x",
            "--x",
            "a b",
            "1.2",
            "\ud83d\ude00",
            "a:b",
            "\u00e9t\u00e9",
            "x\u00b7\u0301y",
            "names");

    private final RandomGenerator random;
    private final World world;

    /** Lists have at least three items then, so that a range may begin there. */
    private final boolean longLists;

    private final boolean bombs;
    private final List<String> texts;

    Graphs(RandomGenerator random, World world, boolean longLists, boolean bombs, List<String> texts) {
        this.random = random;
        this.world = world;
        this.longLists = longLists;
        this.bombs = bombs;
        this.texts = texts;
    }

    /** @param height how many levels of objects may follow */
    GeneratedBean bean(Shape declared, int height) {
        var fitting =
                world.shapes.stream().filter(shape -> shape.isBelow(declared)).toList();
        var shape = random.nextInt(2) == 0 ? declared : one(fitting);
        GeneratedBean bean;
        try {
            var type = java.util.Objects.requireNonNull(world.classes.get(shape));
            bean = (GeneratedBean) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
        for (Shape level = shape; level != null; level = level.parent()) {
            for (var trait : level.traits()) {
                if (!bean.values.containsKey(trait.name())) bean.values.put(trait.name(), valueOrBomb(trait, height));
            }
        }
        return bean;
    }

    private @Nullable Object valueOrBomb(Trait trait, int height) {
        return bombs && height < 3 && random.nextInt(25) == 0 ? Bomb.BOMB : value(trait.type(), height);
    }

    private @Nullable Object value(ShapeType type, int height) {
        boolean primitive = type.returns().isPrimitive();
        if (!primitive && type != ShapeType.Simple.TIME && random.nextInt(6) == 0) return null;
        return switch (type) {
            case ShapeType.Simple simple -> simple(simple);
            case ShapeType.Any _ -> anything(height);
            case ShapeType.Bean(var shape) -> height == 0 ? null : bean(shape, height - 1);
            case ShapeType.Beans beans -> beans(beans, height);
            case ShapeType.Values(var returns) -> values(returns.descriptorString());
            case ShapeType.Mapped _ -> map(height);
        };
    }

    private Object simple(ShapeType.Simple type) {
        return switch (type) {
            case TEXT -> one(texts);
            case INT, INTEGER -> one(List.of(0, -1, 7, 1234567890, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case LONG -> one(List.of(0L, 9L, 10L, 1_700_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE, -99L));
            case SHORT -> (short) random.nextInt();
            case BOOLEAN -> random.nextBoolean();
            case DOUBLE -> one(List.of(1.0, -0.0, 1.0E10, 1e-5, 123456789.123, Double.NaN, Double.NEGATIVE_INFINITY));
            case FLOAT -> one(List.of(1.1f, 0f, 3.4e38f, Float.NaN));
            case CHAR -> one(List.of('x', '"', '<', '\u00e9', '\u0001'));
            case BALL -> one(List.of(Ball.values()));
            case TIME -> time();
        };
    }

    private Calendar time() {
        var instant = Instant.ofEpochMilli(random.nextLong(-1_000_000, 2_000_000_000_000L));
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }

    private @Nullable Object anything(int height) {
        return switch (random.nextInt(10)) {
            case 0 -> height > 0 ? null : new Opaque();
            case 1, 2 -> height == 0 ? "leaf" : bean(one(world.shapes), height - 1);
            case 3 -> map(height);
            case 4 -> list(() -> height == 0 ? 1 : anything(height - 1));
            case 5 -> new Replaced(height == 0 ? "SUCCESS" : anything(height - 1));
            case 6 -> values(one(ShapeType.VALUE_LISTS).descriptorString());
            default -> simple(one(List.of(ShapeType.Simple.values())));
        };
    }

    private @Nullable Object beans(ShapeType.Beans type, int height) {
        List<@Nullable Object> items = list(() -> item(type, height));
        if (type.returns().isArray()) return array(type.shape(), items);
        return type.returns().descriptorString().contains("Set") ? new LinkedHashSet<>(items) : items;
    }

    private @Nullable Object item(ShapeType.Beans type, int height) {
        if (!type.returns().isArray() && random.nextInt(8) == 0)
            return one(List.of(new Opaque(), new Replaced("gone"), "text"));
        if (random.nextInt(10) == 0) return null;
        return height == 0 ? null : bean(type.shape(), height - 1);
    }

    private Object array(Shape shape, List<@Nullable Object> items) {
        var array = Array.newInstance(java.util.Objects.requireNonNull(world.classes.get(shape)), items.size());
        for (int i = 0; i < items.size(); i++) Array.set(array, i, items.get(i));
        return array;
    }

    private Object values(String type) {
        return switch (type) {
            case "[I" ->
                list(() -> 1).stream().mapToInt(_ -> random.nextInt(100)).toArray();
            case "[Ljava/lang/String;" -> list(() -> one(texts)).toArray(String[]::new);
            default ->
                random.nextInt(3) == 0
                        ? list(() -> list(() -> random.nextInt(10)))
                        : list(() -> simple(one(List.of(ShapeType.Simple.values()))));
        };
    }

    private Map<Object, @Nullable Object> map(int height) {
        var map = new LinkedHashMap<Object, @Nullable Object>();
        int size = random.nextInt(3);
        for (int i = 0; i < size; i++) map.put(one(KEYS), height == 0 ? one(texts) : anything(height - 1));
        return map;
    }

    private List<@Nullable Object> list(java.util.function.Supplier<@Nullable Object> item) {
        int size = longLists ? random.nextInt(3, 5) : random.nextInt(3);
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) list.add(item.get());
        return list;
    }

    private <E> E one(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
