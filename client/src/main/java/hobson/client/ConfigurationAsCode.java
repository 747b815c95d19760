package hobson.client;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The configuration as code of a Jenkins that has the plug-in. Hobson's own configuration is a file that it is started with, so it
 * answers {@link HobsonException.NotFound}.
 */
public final class ConfigurationAsCode {
    private static final String YAML = "application/yaml;charset=utf-8";

    private final Resource server;

    ConfigurationAsCode(Resource server) {
        this.server = server;
    }

    /**
     * Says whether that document could be applied, and applies nothing.
     *
     * @return what the server said of it: a list of warnings as JSON, {@code []} for none
     * @throws HobsonException.BadRequest when it is wrong
     */
    public String check(String yaml) {
        return server.post("configuration-as-code/check", content(yaml)).text();
    }

    /**
     * Applies it at once.
     *
     * @throws HobsonException.BadRequest when it is wrong
     */
    public void apply(String yaml) {
        server.post("configuration-as-code/apply", content(yaml));
    }

    private static Content content(String yaml) {
        return Content.of(YAML, yaml.getBytes(UTF_8));
    }
}
