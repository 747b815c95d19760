package hobson.export;

import hobson.export.Shape.Trait;
import java.lang.constant.ClassDesc;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of made-up properties: what a getter returns in Java, and how a schema says the same. */
sealed interface ShapeType {

    ClassDesc returns();

    /** The generic signature of the return type, where it has one. */
    default @Nullable String signature() {
        return null;
    }

    void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world);

    enum Simple implements ShapeType {
        TEXT(String.class),
        INT(int.class),
        LONG(long.class),
        SHORT(short.class),
        BOOLEAN(boolean.class),
        DOUBLE(double.class),
        FLOAT(float.class),
        CHAR(char.class),
        INTEGER(Integer.class),
        BALL(GeneratedBean.Ball.class),
        TIME(Calendar.class);

        private final Class<?> type;

        Simple(Class<?> type) {
            this.type = type;
        }

        @Override
        public ClassDesc returns() {
            return type.describeConstable().orElseThrow();
        }

        @Override
        public void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world) {
            var name = trait.name();
            var show = trait.show();
            switch (this) {
                case TEXT -> schema.text(name, show, (bean, _) -> (String) bean.read(name));
                case INT -> schema.integer(name, show, (bean, _) -> (Integer) bean.readPresent(name));
                case LONG -> schema.longInteger(name, show, (bean, _) -> (Long) bean.readPresent(name));
                case BOOLEAN -> schema.bool(name, show, (bean, _) -> (Boolean) bean.readPresent(name));
                case DOUBLE -> schema.decimal(name, show, (bean, _) -> (Double) bean.readPresent(name));
                case TIME ->
                    schema.time(name, show, (bean, _) -> ((Calendar) bean.readPresent(name)).getTimeInMillis());
                case SHORT, FLOAT, CHAR, INTEGER, BALL -> schema.value(name, show, (bean, _) -> bean.read(name));
            }
        }
    }

    /** Declared as Object: anything, also lists of anything. */
    record Any() implements ShapeType {
        @Override
        public ClassDesc returns() {
            return ClassDesc.of("java.lang.Object");
        }

        @Override
        public void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world) {
            schema.object(
                    trait.name(),
                    trait.show(),
                    world.anything("java.lang.Object", false),
                    (b, _) -> b.read(trait.name()));
        }
    }

    record Bean(Shape shape) implements ShapeType {
        @Override
        public ClassDesc returns() {
            return shape.desc();
        }

        @Override
        public void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world) {
            var name = trait.name();
            var kind = world.beans(shape.name());
            if (trait.merged()) schema.merge(name, trait.show(), kind, (b, _) -> (GeneratedBean) b.read(name));
            else schema.object(name, trait.show(), kind, (b, _) -> (GeneratedBean) b.read(name));
        }
    }

    /** What stands between the brackets of a collection's type. */
    enum Argument {
        NONE(""),
        EXACT("<%s>"),
        WILDCARD("<+%s>");

        private final String form;

        Argument(String form) {
            this.form = form;
        }
    }

    /** A collection or an array of beans. */
    record Beans(Shape shape, ClassDesc returns, Argument argument) implements ShapeType {
        @Override
        public @Nullable String signature() {
            if (argument == Argument.NONE) return null;
            var raw = returns.descriptorString();
            var bean = shape.desc().descriptorString();
            return raw.substring(0, raw.length() - 1) + argument.form.formatted(bean) + ";";
        }

        @Override
        public void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world) {
            boolean known = returns.isArray() || argument != Argument.NONE;
            var items = world.anything(known ? shape.name() : "java.lang.Object", false);
            schema.list(trait.name(), trait.show(), items, (b, _) -> World.items(b.read(trait.name())));
        }
    }

    /** Lists of simple values, also nested and as arrays: how they are declared does not matter. */
    record Values(ClassDesc returns) implements ShapeType {
        @Override
        public void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world) {
            var items = world.anything("java.lang.Object", false);
            if (!trait.show().nullSkipped()) {
                schema.rows(trait.name(), trait.show(), items, (b, _) -> World.rows(b.read(trait.name())));
                return;
            }
            schema.list(trait.name(), trait.show(), items, (b, _) -> World.items(b.read(trait.name())));
        }
    }

    record Mapped() implements ShapeType {
        @Override
        public ClassDesc returns() {
            return ClassDesc.of("java.util.Map");
        }

        @Override
        public void declare(SchemaBuilder<GeneratedBean, Object> schema, Trait trait, World world) {
            var kind = world.maps(trait.verbose());
            schema.object(trait.name(), trait.show(), kind, (b, _) -> (Map<?, ?>) b.read(trait.name()));
        }
    }

    List<ClassDesc> VALUE_LISTS = List.of(
            ClassDesc.of("java.util.List"),
            ClassDesc.ofDescriptor("[I"),
            ClassDesc.ofDescriptor("[Ljava/lang/String;"));
}
