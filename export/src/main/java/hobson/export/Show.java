package hobson.export;

/**
 * When a property is shown, and how (remote-api.md §2.3, §3.1).
 *
 * @param visibility the property is shown where this is at least the level of its object; 0 stands for the default of the
 *     schema
 * @param inlined its value's properties are judged on the same level as the property itself (matters to {@code depth} only)
 * @param nullSkipped a null value is left out in every flavour
 */
public record Show(int visibility, boolean inlined, boolean nullSkipped) {
    /** On the default level of the schema, a null value is written as such. */
    public static final Show DEFAULT = new Show(0, false, false);

    /** Cheap identity data such as name and url: shown on any level. */
    public static final Show ALWAYS = at(999);

    public static Show at(int visibility) {
        return new Show(visibility, false, false);
    }

    public Show inline() {
        return new Show(visibility, true, nullSkipped);
    }

    public Show skipNull() {
        return new Show(visibility, inlined, true);
    }
}
