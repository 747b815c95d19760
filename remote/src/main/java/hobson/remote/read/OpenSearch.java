package hobson.remote.read;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.api.Readers;
import hobson.remote.page.Html;

/** {@code opensearch.xml}: tells browsers how to search for jobs here. */
final class OpenSearch implements Handler {
    private static final Header TYPE = ContentType.of("application/opensearchdescription+xml;charset=UTF-8");

    private final Readers readers;

    OpenSearch(Readers readers) {
        this.readers = readers;
    }

    @Override
    public Response handle(Request request) {
        var root = Html.escape(readers.rootUrl(request));
        return Response.ok(TYPE, Body.text("""
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                <ShortName>Jenkins</ShortName><Description>Jobs of this server</Description><InputEncoding>UTF-8</InputEncoding>
                <Image width="16" height="16" type="image/x-icon">%sfavicon.ico</Image>
                <Url type="text/html" template="%ssearch/?q={searchTerms}"/>
                <Url type="application/x-suggestions+json" template="%ssearch/suggestOpenSearch?q={searchTerms}"/>
                </OpenSearchDescription>
                """.formatted(root, root, root)).compressible());
    }
}
