/** A typed client of the remote access API, for Hobson and for Jenkins. */
module hobson.client {
    requires transitive java.net.http;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports hobson.client;
}
