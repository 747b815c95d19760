package hobson.export;

/** The form of a whole answer: which sink, and what stands around. */
sealed interface Form permits LiteralForm, XmlForm {

    String contentType();

    Sink sink(Bytes out);

    default void begin(Bytes out) {}

    default void end(Bytes out) {}
}
