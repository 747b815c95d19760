package hobson.cli.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which server is meant, and as whom. The first that says it wins: {@code --url}, {@code --profile}, {@code HOBSON_URL},
 * {@code JENKINS_URL}, {@code HOBSON_PROFILE}, the default profile.
 *
 * <p>The token of a profile goes to that profile's server and nowhere else; a token of the environment goes to the server that the
 * variable beside it or {@code --url} names.
 */
public final class Target {
    /** Variables that belong together: the login of one is not for the server of another. */
    private enum Family {
        HOBSON("HOBSON_URL", "HOBSON_USER", "HOBSON_TOKEN"),
        JENKINS("JENKINS_URL", "JENKINS_USER_ID", "JENKINS_API_TOKEN");

        private final String url;
        private final String user;
        private final String token;

        Family(String url, String user, String token) {
            this.url = url;
            this.user = user;
            this.token = token;
        }
    }

    private final Environment environment;
    private final ProfileFile file;

    public Target(Environment environment, ProfileFile file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * @param url that of the option
     * @param name the profile of the option
     * @param user that of the option: it stands for the one of the environment
     * @throws BadProfiles when nothing says which server
     */
    public Profile resolve(Optional<String> url, Optional<String> name, Optional<String> user) {
        if (url.isPresent()) {
            return at(url.get(), user);
        } else if (name.isPresent()) {
            return file.read().named(name.get());
        }
        for (var family : Family.values()) {
            var fromEnvironment = environment.variable(family.url);
            if (fromEnvironment.isPresent()) {
                return withCredentials(fromEnvironment.get(), user, family);
            }
        }
        var profiles = file.read();
        return environment
                .variable("HOBSON_PROFILE")
                .or(profiles::standard)
                .map(profiles::named)
                .orElseThrow(
                        () -> new BadProfiles("Which server? 'hobson login URL' remembers one; or say --url URL, or set"
                                + " HOBSON_URL, HOBSON_USER and HOBSON_TOKEN."));
    }

    private Profile at(String url, Optional<String> user) {
        var known = file.read().byName().values().stream()
                .filter(profile -> same(profile.url(), url))
                .filter(profile -> user.isEmpty() || user.equals(profile.setting(Profiles.USER)))
                .findFirst();
        return known.orElseGet(() -> withCredentials(url, user, family()));
    }

    private static boolean same(String left, String right) {
        return withSlash(left).equals(withSlash(right));
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    /** The one that has a login. */
    private Family family() {
        boolean ours = environment.variable(Family.HOBSON.user).isPresent()
                || environment.variable(Family.HOBSON.token).isPresent();
        return ours ? Family.HOBSON : Family.JENKINS;
    }

    private Profile withCredentials(String url, Optional<String> user, Family family) {
        var settings = new LinkedHashMap<String, String>(Map.of(Profiles.URL, url));
        var id = user.or(() -> environment.variable(family.user));
        var token = environment.variable(family.token);
        if (id.isPresent() != token.isPresent()) {
            var missing = id.isPresent() ? family.token : family.user;
            throw new BadProfiles("A user and a token belong together: " + missing + " is missing.");
        }
        id.ifPresent(value -> settings.put(Profiles.USER, value));
        token.ifPresent(value -> settings.put(Profiles.TOKEN, value));
        return new Profile(Optional.empty(), settings);
    }
}
