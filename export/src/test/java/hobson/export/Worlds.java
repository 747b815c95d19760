package hobson.export;

import hobson.export.Shape.Trait;
import hobson.export.ShapeType.Argument;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes up classes. The same seed gives the same classes. */
final class Worlds {
    static final List<String> NAMES = List.of(
            "alpha",
            "beta",
            "name",
            "url",
            "URLName",
            "aB",
            "Zed",
            "names",
            "causes",
            "activities",
            "classes",
            "series",
            "children",
            "property",
            "id",
            "description",
            "longName",
            "status",
            "bbb",
            "own",
            "zz",
            "x_y");

    private final RandomGenerator random;
    private final String prefix;
    private final List<Shape> shapes = new ArrayList<>();

    private Worlds(RandomGenerator random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    static World random(RandomGenerator random, String prefix) {
        var worlds = new Worlds(random, prefix);
        int count = random.nextInt(3, 7);
        for (int i = 0; i < count; i++) worlds.shapes.add(worlds.shape(i));
        return new World(worlds.shapes);
    }

    private Shape shape(int index) {
        var parent = index > 0 && random.nextInt(3) > 0 ? one(shapes) : null;
        var name = prefix + "." + (random.nextInt(4) == 0 ? "URL" : "Shape") + index;
        var traits = new HashMap<String, Trait>();
        int count = random.nextInt(1, 7);
        for (int i = 0; i < count; i++) {
            var trait = trait(one(NAMES), parent);
            traits.put(trait.name(), trait);
        }
        int visibility = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0;
        return new Shape(name, parent, visibility, List.copyOf(traits.values()));
    }

    private Trait trait(String name, @Nullable Shape parent) {
        var type = type();
        // A redeclared property keeps its type: the getters would not override each other otherwise.
        for (var level = parent; level != null; level = level.parent()) {
            for (var inherited : level.traits()) if (inherited.name().equals(name)) type = inherited.type();
        }
        boolean merged = type instanceof ShapeType.Bean && random.nextInt(4) == 0;
        boolean verbose = type instanceof ShapeType.Mapped && random.nextBoolean();
        return new Trait(name, type, show(), merged, verbose);
    }

    private Show show() {
        var show = switch (random.nextInt(8)) {
            case 0 -> Show.ALWAYS;
            case 1, 2 -> Show.at(random.nextInt(-2, 4));
            case 3 -> Show.at(2);
            default -> Show.DEFAULT;
        };
        if (random.nextInt(5) == 0) show = show.inline();
        return random.nextInt(5) == 0 ? show.skipNull() : show;
    }

    private ShapeType type() {
        if (shapes.isEmpty() || random.nextInt(3) == 0) return one(List.of(ShapeType.Simple.values()));
        return switch (random.nextInt(9)) {
            case 0 -> new ShapeType.Any();
            case 1, 2 -> new ShapeType.Bean(one(shapes));
            case 3 -> new ShapeType.Beans(one(shapes), ClassDesc.of("java.util.List"), one(List.of(Argument.values())));
            case 4 -> new ShapeType.Beans(one(shapes), ClassDesc.of("java.util.Set"), Argument.WILDCARD);
            case 5 -> array();
            case 6, 7 -> new ShapeType.Values(one(ShapeType.VALUE_LISTS));
            default -> new ShapeType.Mapped();
        };
    }

    private ShapeType array() {
        var shape = one(shapes);
        return new ShapeType.Beans(shape, shape.desc().arrayType(), Argument.NONE);
    }

    private <E> E one(List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
