package hobson.remote.cli.transport;

import hobson.http.Body;
import hobson.http.Header;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;

/** {@code /jnlpJars/}: the program for people who give commands, open to all (cli.md §1). */
public final class ClientJar implements RouteGroup {
    private static final Header TYPE = Header.constant("Content-Type", "application/java-archive");

    private final URL jar;

    public ClientJar(URL jar) {
        this.jar = jar;
    }

    @Override
    public void addTo(Places places) {
        var place = new Place("programs");
        for (var name : new String[] {"jenkins-cli.jar", "hudson-cli.jar"}) {
            place.get(name, this::send);
        }
        places.root.child("jnlpJars", place);
    }

    private Response send(Request request) {
        request.beforeBlocking();
        try {
            var connection = jar.openConnection();
            long length = connection.getContentLengthLong();
            return Response.of(200, TYPE, Body.stream(length, out -> {
                        try (var in = connection.getInputStream()) {
                            in.transferTo(out);
                        }
                    }))
                    .with("Content-Disposition", "attachment; filename=jenkins-cli.jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
