package hobson.export;

/** What a selection means for objects of one schema: which properties are written, and how their values are selected. */
final class Steps {
    final Schema<?, ?> schema;
    final Property<?, ?>[] properties;

    /** The selection for the value of the property with the same index. */
    final Selection[] inner;

    Steps(Schema<?, ?> schema, Property<?, ?>[] properties, Selection[] inner) {
        this.schema = schema;
        this.properties = properties;
        this.inner = inner;
    }
}
