package hobson.remote.plugin;

import hobson.engine.Refusal;
import hobson.engine.plugin.UpdateProxy;
import hobson.engine.plugin.UpdateSite;
import hobson.engine.plugin.UpdateSites;
import hobson.engine.secret.Vault;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.form.SubmittedForm;
import hobson.remote.route.Targets;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The forms that say where plugins come from: {@code siteConfigure} and {@code proxyConfigure}. */
final class SiteForms {
    private static final String ADVANCED = "advanced";

    private final UpdateSites sites;
    private final Vault vault;
    private final Targets targets;

    SiteForms(UpdateSites sites, Vault vault, Targets targets) {
        this.sites = sites;
        this.vault = vault;
        this.targets = targets;
    }

    /** An empty address switches the default site off. */
    Response site(Request request) {
        sites.require(targets.caller(request));
        var url = request.parameter("site")
                .orElseThrow(() -> Refusal.badInput("‘site’ must be the address of the update site's document"))
                .strip();
        sites.configure(targets.caller(request), new UpdateSite(UpdateSite.DEFAULT, url.isEmpty() ? null : url));
        return Response.redirect(ADVANCED);
    }

    /** As the structured field {@code json}, or as plain fields of the same names. Without a name there is no proxy. */
    Response proxy(Request request) {
        sites.require(targets.caller(request));
        UnaryOperator<String> field;
        if (request.parameter("json").isPresent()) {
            var form = SubmittedForm.of(request);
            field = form::text;
        } else {
            field = name -> request.parameter(name).orElse("");
        }
        sites.configureProxy(targets.caller(request), proxy(field));
        return Response.redirect(ADVANCED);
    }

    private @Nullable UpdateProxy proxy(UnaryOperator<String> field) {
        var host = field.apply("name").strip();
        if (host.isEmpty()) {
            return null;
        }
        var user = field.apply("userName").strip();
        return new UpdateProxy(
                host,
                port(field.apply("port").strip()),
                user.isEmpty() ? null : user,
                user.isEmpty() ? null : vault.protect(password(field)),
                Arrays.stream(field.apply("noProxyHost").split("[\\s,|]+", -1))
                        .filter(pattern -> !pattern.isEmpty())
                        .toList());
    }

    private static String password(UnaryOperator<String> field) {
        var password = field.apply("secretPassword");
        return password.isEmpty() ? field.apply("password") : password;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Refusal.badInput("the port of the proxy is a number between 1 and 65535, not ‘" + text + "’");
    }
}
