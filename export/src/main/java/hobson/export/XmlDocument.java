package hobson.export;

/** XML as it is sent without XPath. */
record XmlDocument(Name root) implements Document {

    @Override
    public String contentType() {
        return "application/xml;charset=UTF-8";
    }

    @Override
    public Sink sink(Bytes out) {
        return new XmlSink(out, root);
    }
}
