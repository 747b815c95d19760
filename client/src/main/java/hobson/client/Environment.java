package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The server that properties and the environment name. */
final class Environment {
    private final Lookup properties;
    private final Lookup variables;

    /** The value of a name, or null. */
    interface Lookup {
        @Nullable
        String get(String name);
    }

    Environment(Lookup properties, Lookup variables) {
        this.properties = properties;
        this.variables = variables;
    }

    Hobson connect() {
        return find("hobson.url")
                .map(this::hobson)
                .or(() -> find("jenkins.rest.endpoint").map(this::jenkinsRest))
                .or(() -> find("jenkins.url").map(this::jenkins))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No server is named: set HOBSON_URL, and HOBSON_USER and HOBSON_TOKEN for a login."));
    }

    private Hobson hobson(String url) {
        return login(Hobson.connect(url), find("hobson.user"), find("hobson.token"));
    }

    private Hobson jenkins(String url) {
        return login(Hobson.connect(url), find("jenkins.user.id"), find("jenkins.api.token"));
    }

    private static Hobson login(Hobson server, Optional<String> user, Optional<String> token) {
        return user.isPresent() && token.isPresent() ? server.token(user.get(), token.get()) : server;
    }

    private Hobson jenkinsRest(String url) {
        var server = Hobson.connect(url);
        var password = find("jenkins.rest.credentials").map(Environment::decoded);
        var token = find("jenkins.rest.token").map(Environment::decoded);
        return password.map(pair -> server.password(pair[0], pair[1]))
                .or(() -> token.map(pair -> server.token(pair[0], pair[1])))
                .orElse(server);
    }

    /** User and secret, from {@code user:secret} or that in Base64. */
    private static String[] decoded(String text) {
        UnaryOperator<String> decode = encoded -> {
            try {
                return new String(Base64.getDecoder().decode(encoded), UTF_8);
            } catch (IllegalArgumentException e) {
                return encoded;
            }
        };
        var pair = (text.contains(":") ? text : decode.apply(text)).split(":", 2);
        if (pair.length != 2) {
            throw new IllegalArgumentException("A login is user:secret, as it is or in Base64.");
        }
        return pair;
    }

    private Optional<String> find(String property) {
        var variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(properties.get(property))
                .or(() -> Optional.ofNullable(variables.get(variable)))
                .filter(value -> !value.isBlank());
    }
}
