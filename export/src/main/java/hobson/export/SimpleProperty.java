package hobson.export;

import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** Properties without a kind: the getter's type says how they are written. */
final class SimpleProperty {
    private SimpleProperty() {}

    static final class Text<T, C> extends Property<T, C> {
        private final BiFunction<? super T, ? super C, ? extends @Nullable String> getter;

        Text(Name name, Show show, Level level, BiFunction<? super T, ? super C, ? extends @Nullable String> getter) {
            super(name, show, Declared.TEXT, level);
            this.getter = getter;
        }

        @Override
        void write(T bean, Walk<? extends C> walk, Selection inner) {
            String value = getter.apply(bean, walk.reader);
            if (value == null && skipsNull()) return;
            walk.sink.name(name);
            if (value == null) walk.sink.nothing();
            else walk.sink.text(value);
        }
    }

    static final class Bool<T, C> extends Property<T, C> {
        private final BiPredicate<? super T, ? super C> getter;

        Bool(Name name, Show show, Level level, BiPredicate<? super T, ? super C> getter) {
            super(name, show, Declared.BOOL, level);
            this.getter = getter;
        }

        @Override
        void write(T bean, Walk<? extends C> walk, Selection inner) {
            boolean value = getter.test(bean, walk.reader);
            walk.sink.name(name);
            walk.sink.bool(value);
        }
    }

    static final class Whole<T, C> extends Property<T, C> {
        private final ToLongBiFunction<? super T, ? super C> getter;

        Whole(Name name, Show show, Declared declared, Level level, ToLongBiFunction<? super T, ? super C> getter) {
            super(name, show, declared, level);
            this.getter = getter;
        }

        @Override
        void write(T bean, Walk<? extends C> walk, Selection inner) {
            long value = getter.applyAsLong(bean, walk.reader);
            walk.sink.name(name);
            walk.sink.integer(value);
        }
    }

    static final class Decimal<T, C> extends Property<T, C> {
        private final ToDoubleBiFunction<? super T, ? super C> getter;

        Decimal(Name name, Show show, Level level, ToDoubleBiFunction<? super T, ? super C> getter) {
            super(name, show, Declared.DECIMAL, level);
            this.getter = getter;
        }

        @Override
        void write(T bean, Walk<? extends C> walk, Selection inner) {
            double value = getter.applyAsDouble(bean, walk.reader);
            walk.sink.name(name);
            walk.sink.bare(Double.toString(value));
        }
    }
}
