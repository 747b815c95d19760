package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** The parameters and files of one request. */
record Form(Parameters parameters, List<ReceivedFile> files) implements AutoCloseable {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";

    static Form without(Parameters query) {
        return new Form(query, List.of());
    }

    /** Whether the body of the request is a form. Files are taken from a POST alone: only that has to show a crumb before. */
    static boolean isIn(Wire wire) {
        boolean post = wire.method().equals("POST");
        if (!post && !wire.method().equals("PUT")) return false;
        var type = MediaType.of(wire.header("Content-Type"));
        return type.equals(URL_ENCODED) || (post && type.equals(MULTIPART));
    }

    /** Reads the whole body; blocks. */
    static Form read(Exchange exchange) {
        var collector = new Parameters.Collector(exchange.settings().limits().fields());
        collector.addAll(exchange.query());
        var contentType = exchange.wire().header("Content-Type");
        if (MediaType.of(contentType).equals(MULTIPART)) {
            var files = Multipart.read(exchange, MediaType.parameter(contentType, "boundary"), collector);
            return new Form(collector.collected(), files);
        }
        var charset = MediaType.charset(contentType).orElse(UTF_8);
        var text = exchange.bytes(exchange.settings().limits().formBytes());
        UrlEncoded.read(new String(text, charset), charset, collector);
        return new Form(collector.collected(), List.of());
    }

    List<Upload> uploads() {
        return List.copyOf(files);
    }

    @Override
    public void close() {
        files.forEach(ReceivedFile::close);
    }
}
