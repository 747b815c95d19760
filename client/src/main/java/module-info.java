/** A typed client of the remote access API, for Hobson and for Jenkins. */
module hobson.client {
    requires transitive java.net.http;
    requires java.xml;
    requires tools.jackson.core;
    requires static org.jspecify;

    exports hobson.client;
}
