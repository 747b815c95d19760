package hobson.cli.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a user, as they stand in a file:
 *
 * <pre>{@code
 * default = work
 *
 * [work]
 * url = https://ci.example/
 * user = ann
 * token = 11…
 * }</pre>
 *
 * <p>A line that begins with {@code #} is a comment. Immutable: a change is another one.
 *
 * @param standard the one that is meant when none is named
 * @param byName in the order of the file
 */
public record Profiles(Optional<String> standard, Map<String, Profile> byName) {
    public static final String URL = "url";
    public static final String USER = "user";
    public static final String TOKEN = "token";
    /** A file with the certificates, in PEM, that alone are trusted. */
    public static final String AUTHORITY = "ca";
    /** {@code http://HOST:PORT}, with {@code USER:PASSWORD@} if it wants to know who comes. */
    public static final String PROXY = "proxy";
    /** Seconds that an answer may take. */
    public static final String TIMEOUT = "timeout";

    private static final Set<String> KEYS = Set.of(URL, USER, TOKEN, AUTHORITY, PROXY, TIMEOUT);
    private static final String STANDARD = "default";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public Profiles {
        byName = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static Profiles none() {
        return new Profiles(Optional.empty(), Map.of());
    }

    /** Whether a profile may be called so. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** @throws BadProfiles when a line cannot be understood */
    static Profiles read(String text, String file) {
        var sections = new LinkedHashMap<String, Map<String, String>>();
        @Nullable String standard = null;
        @Nullable Map<String, String> section = null;
        int number = 0;
        for (var raw : text.split("\n", -1)) {
            number++;
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var place = file + ", line " + number;
            if (line.startsWith("[")) {
                section = sections.computeIfAbsent(name(line, place), name -> new LinkedHashMap<>());
                continue;
            }
            var entry = Entry.read(line, place);
            if (section != null) {
                section.put(known(entry.key(), place), entry.value());
            } else if (entry.key().equals(STANDARD)) {
                standard = entry.value();
            } else {
                throw new BadProfiles(place + ": '" + entry.key() + "' stands above the first [profile].");
            }
        }
        return of(Optional.ofNullable(standard), sections);
    }

    private static Profiles of(Optional<String> standard, Map<String, Map<String, String>> sections) {
        var profiles = new LinkedHashMap<String, Profile>();
        sections.forEach((name, settings) -> profiles.put(name, new Profile(Optional.of(name), settings)));
        return new Profiles(standard, profiles);
    }

    private record Entry(String key, String value) {
        static Entry read(String line, String place) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new BadProfiles(place + ": a line is 'key = value', '[profile]' or '# comment'.");
            }
            return new Entry(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        }
    }

    private static String name(String line, String place) {
        var name = line.endsWith("]") ? line.substring(1, line.length() - 1).strip() : "";
        if (!isName(name)) {
            throw new BadProfiles(place + ": a profile is called with letters, digits, dots, dashes: [work]");
        }
        return name;
    }

    private static String known(String key, String place) {
        if (!KEYS.contains(key)) {
            var keys = KEYS.stream().sorted().toList();
            throw new BadProfiles(place + ": a profile has no '" + key + "'; it has " + String.join(", ", keys) + ".");
        }
        return key;
    }

    /** With this profile, in the place of one of the same name; the first one is the default one. */
    public Profiles with(String name, Map<String, String> settings) {
        settings.values().forEach(Profiles::checkLine);
        var more = new LinkedHashMap<>(byName);
        more.put(name, new Profile(Optional.of(name), settings));
        return new Profiles(standard.or(() -> Optional.of(name)), more);
    }

    private static void checkLine(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new BadProfiles("A value of a profile is one line.");
        }
    }

    public Profiles without(String name) {
        var fewer = new LinkedHashMap<>(byName);
        fewer.remove(name);
        return new Profiles(standard.filter(standing -> !standing.equals(name)), fewer);
    }

    /** With this one as the default one. */
    public Profiles preferring(String name) {
        return new Profiles(Optional.of(name), byName);
    }

    /** @throws BadProfiles when there is none of that name */
    public Profile named(String name) {
        var profile = byName.get(name);
        if (profile == null) {
            var known = byName.isEmpty() ? "none yet" : String.join(", ", byName.keySet());
            throw new BadProfiles("There is no profile '" + name + "'; there is " + known
                    + ". 'hobson login URL --profile " + name + "' makes it.");
        }
        return profile;
    }

    String text() {
        var lines = new ArrayList<String>(List.of("# Servers of the command hobson; see 'hobson help profile'."));
        standard.ifPresent(name -> lines.add(STANDARD + " = " + name));
        byName.forEach((name, profile) -> {
            lines.add("");
            lines.add("[" + name + "]");
            profile.settings().entrySet().stream()
                    .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                    .forEach(entry -> lines.add(entry.getKey() + " = " + entry.getValue()));
        });
        return String.join("\n", lines) + "\n";
    }
}
