package hobson.engine.plugin;

import hobson.engine.secret.Secret;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The way to update sites for a server that may not go there itself.
 *
 * @param direct hosts that are asked without it; {@code *} stands for any text
 */
public record UpdateProxy(
        String host,
        int port,
        @Nullable String user,
        @Nullable Secret password,
        List<String> direct) {
    public UpdateProxy {
        direct = List.copyOf(direct);
    }

    boolean isFor(String target) {
        return direct.stream()
                .noneMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), target.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(String pattern, String host) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(host);
        }
        var end = pattern.substring(pattern.lastIndexOf('*') + 1);
        return host.length() >= pattern.length() - 1
                && host.startsWith(pattern.substring(0, star))
                && host.endsWith(end);
    }
}
