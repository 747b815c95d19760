package hobson.export;

/** XML as it is sent without XPath. */
record XmlForm(Name root) implements Form {
    static final String CONTENT_TYPE = "application/xml;charset=UTF-8";

    @Override
    public String contentType() {
        return CONTENT_TYPE;
    }

    @Override
    public Sink sink(Bytes out) {
        return new XmlSink(out, root);
    }
}
