package hobson.remote.administration;

import hobson.engine.Refusal;
import hobson.engine.administration.ServerActions;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.RouteGroup;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Quieting down, restarting, ending. */
public final class AdministrationRoutes implements RouteGroup {
    private static final String HERE = ".";
    private static final long LONGEST_BLOCK = Duration.ofHours(1).toMillis();

    private final ServerActions actions;
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;

    public AdministrationRoutes(ServerActions actions, Authorization authorization, Targets targets, Pages pages) {
        this.actions = actions;
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        places.root
                .post("quietDown", forManagers(this::quietDown))
                .post("cancelQuietDown", forManagers(this::cancelQuietDown))
                .get("restart", forManagers(request -> confirmation(request, "restart")))
                .post("restart", forManagers(this::restart))
                .get("safeRestart", forManagers(request -> confirmation(request, "safeRestart")))
                .post("safeRestart", forManagers(this::restart))
                .post("reload", forManagers(this::reload))
                .post("exit", forAdministrators(this::exit))
                .post("safeExit", forAdministrators(this::exitWhenIdle))
                .post("gc", forAdministrators(this::collectGarbage));
    }

    private Handler forManagers(Handler handler) {
        return requiring(Permission.MANAGE, handler);
    }

    private Handler forAdministrators(Handler handler) {
        return requiring(Permission.ADMINISTER, handler);
    }

    private Handler requiring(Permission permission, Handler handler) {
        return request -> {
            authorization.require(targets.caller(request), permission);
            return handler.handle(request);
        };
    }

    private Response quietDown(Request request) {
        var reason =
                request.parameter("message").filter(text -> !text.isBlank()).orElse(null);
        boolean block = request.parameter("block").filter(Boolean::parseBoolean).isPresent();
        if (block) {
            await(request, reason, timeout(request.parameter("timeout").orElse("0")));
        } else {
            actions.quietDown(targets.caller(request), reason);
        }
        return Response.redirect(HERE);
    }

    private void await(Request request, @Nullable String reason, Duration longest) {
        try {
            actions.quietDown(targets.caller(request), reason, longest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server ends: the answer is sent now
        }
    }

    private static Duration timeout(String millis) {
        try {
            long asked = Long.parseLong(millis);
            return Duration.ofMillis(asked <= 0 ? LONGEST_BLOCK : Math.min(asked, LONGEST_BLOCK));
        } catch (NumberFormatException e) {
            throw Refusal.badInput("timeout is a number of milliseconds, not ‘" + millis + "’");
        }
    }

    private Response cancelQuietDown(Request request) {
        actions.cancelQuietDown(targets.caller(request));
        return Response.redirect(HERE);
    }

    private Response confirmation(Request request, String action) {
        return pages.page(200, "Restart", html -> {
            html.element("p", "Builds that run go on while the server restarts.");
            pages.form(
                    html, request, request.link(action), form -> form.element("button", "Restart", "type", "submit"));
        });
    }

    private Response restart(Request request) {
        if (request.parameter("cancel").isPresent()) {
            return cancelQuietDown(request);
        }
        actions.restart(targets.caller(request));
        return Response.redirect(HERE);
    }

    private Response exit(Request request) {
        actions.exit(targets.caller(request));
        return Response.text(200, "Shutting down");
    }

    private Response exitWhenIdle(Request request) {
        actions.exitWhenIdle(targets.caller(request));
        return Response.text(200, "Shutting down as soon as all jobs are complete");
    }

    /** Nobody edits the store behind the server's back; what may have changed is its configuration. */
    private Response reload(Request request) {
        actions.reload(targets.caller(request));
        return Response.redirect(request.link("/"));
    }

    private Response collectGarbage(Request request) {
        System.gc();
        return Response.text(200, "GCed");
    }
}
