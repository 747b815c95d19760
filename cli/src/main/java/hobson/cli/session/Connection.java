package hobson.cli.session;

import hobson.cli.profile.BadProfiles;
import hobson.cli.profile.Environment;
import hobson.cli.profile.Profile;
import hobson.cli.profile.Profiles;
import hobson.client.Hobson;
import hobson.client.Trust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Makes a client of what a profile says. */
final class Connection {
    private final Environment environment;

    Connection(Environment environment) {
        this.environment = environment;
    }

    Hobson open(Profile profile, Optional<String> timeout) {
        var hobson = Hobson.connect(profile.url());
        if (profile.setting(Profiles.USER).isPresent()) {
            hobson = hobson.token(
                    profile.setting(Profiles.USER).get(),
                    profile.setting(Profiles.TOKEN).orElse(""));
        }
        if (timeout.isPresent()) {
            hobson = hobson.timeout(seconds(timeout.get()));
        }
        if (profile.setting(Profiles.PROXY).isPresent()) {
            hobson = hobson.proxy(proxy(profile.setting(Profiles.PROXY).get()));
        }
        if (profile.setting(Profiles.AUTHORITY).isPresent()) {
            hobson = hobson.trust(trust(profile.setting(Profiles.AUTHORITY).get()));
        }
        return hobson;
    }

    private SSLContext trust(String file) {
        try {
            return Trust.certificates(environment.file(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new BadProfiles("The certificates in " + file + " cannot be used: " + e.getMessage());
        }
    }

    private static URI proxy(String address) {
        try {
            var proxy = URI.create(address.contains("://") ? address : "http://" + address);
            if (proxy.getHost() != null) {
                return proxy;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BadProfiles("A proxy is http://HOST:PORT, not '" + address + "'.");
    }

    private static Duration seconds(String text) {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds > 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadProfiles("A timeout is a number of seconds, not '" + text + "'.");
    }
}
