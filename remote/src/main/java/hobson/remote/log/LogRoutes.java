package hobson.remote.log;

import hobson.engine.Refusal;
import hobson.engine.user.Authorization;
import hobson.engine.user.Permission;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.remote.RouteGroup;
import hobson.remote.feed.Feed;
import hobson.remote.feed.Flavours;
import hobson.remote.log.RecentLog.Line;
import hobson.remote.log.RecentLog.Threshold;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code /log/}: the server's own log as a page and as a feed, and the levels of its loggers. */
public final class LogRoutes implements RouteGroup {
    private static final String EVERYTHING = "ALL";
    private static final List<String> LEVELS =
            List.of("OFF", "SEVERE", "WARNING", "INFO", "CONFIG", "FINE", "FINER", "FINEST", EVERYTHING);

    private final RecentLog log;
    private final Authorization authorization;
    private final Targets targets;
    private final Pages pages;
    private final Function<Request, String> rootUrl;

    public LogRoutes(
            RecentLog log,
            Authorization authorization,
            Targets targets,
            Pages pages,
            Function<Request, String> rootUrl) {
        this.log = log;
        this.authorization = authorization;
        this.targets = targets;
        this.pages = pages;
        this.rootUrl = rootUrl;
    }

    @Override
    public void addTo(Places places) {
        var place = new Place("log of the server");
        place.index(this::overview)
                .get("all", this::lines, RouteOption.LEAF)
                .any("rss", this::feed)
                .get("levels", this::levels, RouteOption.LEAF)
                .post("configLogger", this::configure);
        places.root.child("log", place);
    }

    private void requireRead(Request request) {
        authorization.require(targets.caller(request), Permission.SYSTEM_READ);
    }

    private static String level(Request request) {
        var level = request.parameter("level").orElse(EVERYTHING).toUpperCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw Refusal.badInput("level is one of " + String.join(", ", LEVELS));
        }
        return level;
    }

    private Response overview(Request request) {
        requireRead(request);
        return pages.page(200, "System log", html -> {
            html.open("ul");
            item(html, "all", "The newest lines");
            item(html, "levels", "Levels of the loggers");
            item(html, "rss", "Feed of all lines");
            item(html, "rss?level=SEVERE", "Feed of errors");
            item(html, "rss?level=WARNING", "Feed of warnings and errors");
            html.close();
        });
    }

    private static void item(Html html, String address, String text) {
        html.open("li").element("a", text, "href", address).close();
    }

    private Response lines(Request request) {
        requireRead(request);
        var level = level(request);
        return pages.page(200, "The newest lines of the log", html -> {
            for (var line : log.atLeast(level)) {
                html.element("pre", line.time() + " " + line.level() + " " + line.logger() + "\n" + text(line));
            }
        });
    }

    private static String text(Line line) {
        return line.trace().isEmpty() ? line.message() : line.message() + "\n" + line.trace();
    }

    private Response feed(Request request) {
        requireRead(request);
        var level = level(request);
        var address = rootUrl.apply(request) + "log";
        var entries = log.atLeast(level).stream()
                .map(line -> new Feed.Entry(
                        line.message(),
                        address,
                        Long.toString(line.number()),
                        line.time(),
                        line.level() + " " + text(line)))
                .toList();
        var which = request.parameter("level").isPresent() ? level : "all";
        return Flavours.answer(
                request, new Feed("Jenkins:log (" + which + " entries)", rootUrl.apply(request), entries));
    }

    private Response levels(Request request) {
        requireRead(request);
        return pages.page(200, "Levels of the loggers", html -> {
            html.open("table").open("tbody");
            for (var known : log.levels()) {
                html.open("tr")
                        .element("th", known.logger().isEmpty() ? "(all others)" : known.logger(), "scope", "row");
                html.element("td", known.level()).close();
            }
            html.close().close();
            pages.form(html, request, "configLogger", form -> {
                form.element("label", "Logger", "for", "name").single("input", "id", "name", "name", "name");
                form.element("label", "Level", "for", "level").open("select", "id", "level", "name", "level");
                LEVELS.forEach(level -> form.element("option", level));
                form.close().element("button", "Set", "type", "submit");
            });
            html.element("p", "A level holds until the server ends.");
        });
    }

    private Response configure(Request request) {
        authorization.require(targets.caller(request), Permission.ADMINISTER);
        try {
            log.set(new Threshold(request.parameter("name").orElse("").strip(), level(request)));
        } catch (IllegalArgumentException e) {
            throw Refusal.badInput(String.valueOf(e.getMessage()));
        }
        return Response.redirect("levels");
    }
}
