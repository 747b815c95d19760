package hobson.export;

import java.util.Arrays;

/** Which XML element a value belongs to: the property's, or that of one item while a list is written. */
final class ElementStack {
    private Name[] names = new Name[16];

    /** Whether a list is written, for each list and object that is open. */
    private boolean[] listed = new boolean[32];

    private final Marks marks = new Marks();
    private Name name;
    private int objects;
    private int levels = 1;

    ElementStack(Name root) {
        this.name = root;
    }

    void name(Name next) {
        name = next;
    }

    Name.Element current() {
        return listed[levels - 1] ? name.item : name.element;
    }

    void beginArray() {
        push(true);
    }

    void endArray() {
        levels--;
    }

    void beginObject() {
        if (objects == names.length) names = Arrays.copyOf(names, 2 * objects);
        names[objects++] = name;
        push(false);
    }

    void endObject() {
        name = names[--objects];
        levels--;
    }

    void mark() {
        marks.push(levels, objects);
    }

    void keep() {
        marks.pop();
    }

    void drop() {
        int before = marks.pop();
        if (objects > before) name = names[before];
        objects = before;
        levels = marks.place();
    }

    private void push(boolean list) {
        if (levels == listed.length) listed = Arrays.copyOf(listed, 2 * levels);
        listed[levels++] = list;
    }
}
