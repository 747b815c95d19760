package hobson.parts;

import hobson.parts.document.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a class are read.
 *
 * @param classNames what the elements are called, the current name first; {@code $} as it is
 * @param secrets children that hold secrets
 * @param references children that hold names of jobs, separated by commas
 */
public record Reading<T>(
        Role<T> role, List<String> classNames, Reader<T> reader, Set<String> secrets, Set<String> references) {
    public Reading {
        classNames = List.copyOf(classNames);
        secrets = Set.copyOf(secrets);
        references = Set.copyOf(references);
    }

    /** Makes a part of its element. Called concurrently. */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Never fails: what is missing or cannot be converted has its default ({@code config-xml.md §1.3}).
         *
         * @return null for an element that means something this server cannot do: it is then listed as unknown
         */
        @Nullable
        T read(Element element, Nested nested);
    }

    /** Reads the parts inside a part. */
    public interface Nested {
        /** The children of that role, in order. Those that are not known are left out, and listed as unknown. */
        <T> List<T> children(Element parent, Role<T> role);
    }

    public static <T> Reading<T> of(Role<T> role, String className, Reader<T> reader) {
        return new Reading<>(role, List.of(className), reader, Set.of(), Set.of());
    }

    /** Also reads elements that are called so. */
    public Reading<T> alsoCalled(String className) {
        var names = new ArrayList<>(classNames);
        names.add(className);
        return new Reading<>(role, names, reader, secrets, references);
    }

    public Reading<T> withSecret(String child) {
        return new Reading<>(role, classNames, reader, Set.of(child), references);
    }

    public Reading<T> withReferences(String child) {
        return new Reading<>(role, classNames, reader, secrets, Set.of(child));
    }
}
