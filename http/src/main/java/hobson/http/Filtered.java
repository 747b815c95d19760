package hobson.http;

/** A filter and what it stands around. */
record Filtered(Filter filter, Handler next) implements Handler {

    @Override
    public Response handle(Request request) {
        return filter.handle(request, next);
    }

    @Override
    public Request prepare(Request request) {
        return next.prepare(request);
    }
}
