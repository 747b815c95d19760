package hobson.cli.profile;

import java.util.Map;
import java.util.Optional;

/**
 * A server and who one is there.
 *
 * @param name how the user calls it; nothing for one that is not in the file
 * @param settings by key: {@code url}, {@code user}, {@code token}, {@code ca}, {@code proxy}, {@code timeout}
 */
public record Profile(Optional<String> name, Map<String, String> settings) {
    public Profile {
        settings = Map.copyOf(settings);
    }

    public String url() {
        return settings.getOrDefault(Profiles.URL, "");
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return name.map(called -> called + " (" + url() + ")").orElse(url());
    }
}
