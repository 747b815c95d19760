package hobson.http.route;

import hobson.http.Handler;
import hobson.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object in the URL space, and what can be done there. Declared by one thread, then given to a {@link Router}; not to be
 * changed afterwards.
 *
 * <pre>{@code
 * var job = new Place("job");
 * job.child("job/{job}", job);                              // folders: a place may lead to itself
 * job.any("api", api, INLINE).post("build", trigger).index(page);
 * job.get("config.xml", read).post("config.xml", write).otherwise("config.xml", refuse);
 * job.child("{build}", build);
 * root.child("job/{job}", job).alias("static/{version}", root).fallback(primaryView);
 * }</pre>
 *
 * <p>At a place the next token is looked for, in this order, among the ways with a literal start, the actions, the ways that start with a
 * capture (in the order declared), and the fallback place. What was found is not given up again when nothing follows.
 */
public final class Place {
    private static final String INDEX = "";

    /** No token of a path. */
    static final String BARE = "/";

    private final String name;
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Map<String, List<Edge>> literal = new LinkedHashMap<>();
    private final List<Edge> capturing = new ArrayList<>();
    private Predicate<Request> exists = _ -> true;
    private @Nullable Place fallback;
    private @Nullable Handler notFound;

    /** A place without anything; the name is for people. */
    public Place(String name) {
        this.name = name;
    }

    /** Every method. The tokens after {@code token} are the handler's affair ({@link Match#rest}). */
    public Place any(String token, Handler handler, RouteOption... options) {
        return add(Action.ANY, token, Route.of(handler, false, options));
    }

    /** GET and HEAD. Another method that is not declared is answered with the 405 page. */
    public Place get(String token, Handler handler, RouteOption... options) {
        add("HEAD", token, Route.of(handler, false, options));
        return add("GET", token, Route.of(handler, false, options));
    }

    /** POST. Another method that is not declared is answered with the 405 page. */
    public Place post(String token, Handler handler, RouteOption... options) {
        return add("POST", token, Route.of(handler, false, options));
    }

    /** Exactly this method. Another one that is not declared is answered with the 405 page. */
    public Place method(String method, String token, Handler handler, RouteOption... options) {
        return add(method, token, Route.of(handler, false, options));
    }

    /** Exactly this method; for any other one the action does not exist (remote-api.md §7.5). */
    public Place only(String method, String token, Handler handler, RouteOption... options) {
        return add(method, token, Route.of(handler, true, options));
    }

    /** Who answers the methods that are not declared for {@code token}, instead of the 405 page. */
    public Place otherwise(String token, Handler handler) {
        action(token).otherwise(handler);
        return this;
    }

    /** The place itself, {@code …/}, for every method that {@link #delete} and {@link #at} do not take. */
    public Place index(Handler handler, RouteOption... options) {
        return any(INDEX, handler, options);
    }

    /** Exactly this method of the path without the slash at its end; every other one is sent to the path with it. */
    public Place bare(String method, Handler handler, RouteOption... options) {
        return add(method, BARE, Route.of(handler, true, options));
    }

    /** {@code DELETE} of the place itself. */
    public Place delete(Handler handler, RouteOption... options) {
        return at("DELETE", handler, options);
    }

    /** A method of the place itself. */
    public Place at(String method, Handler handler, RouteOption... options) {
        return method(method, INDEX, handler, options);
    }

    /** The way to another place, or to this one: {@code job/{job}}, {@code queue}, {@code {build}}. */
    public Place child(String template, Place target) {
        return edge(Edge.of(template, _ -> true, target, false));
    }

    /**
     * A way that exists only for some captured tokens.
     *
     * @param admits is asked on the thread that reads the network, for hostile tokens too: it must be quick
     */
    public Place child(String template, Predicate<String> admits, Place target) {
        return edge(Edge.of(template, admits, target, false));
    }

    /** A way whose tokens do not count: what comes after it is answered as if the path began at {@code target}. */
    public Place alias(String template, Place target) {
        return edge(Edge.of(template, _ -> true, target, true));
    }

    /** Where a token that this place does not know is tried (remote-api.md §7.2). */
    public Place fallback(Place other) {
        fallback = other;
        return this;
    }

    /** Who answers below this place when nothing matches, instead of the 404 page. */
    public Place notFound(Handler handler) {
        notFound = handler;
        return this;
    }

    /**
     * Whether the object that a path means is there for this caller. Asked, on a thread that may wait, before the redirect to the path
     * with a slash; everything else is left to the handlers. May throw a {@link hobson.http.Problem} of its own.
     */
    public Place exists(Predicate<Request> check) {
        exists = check;
        return this;
    }

    public String name() {
        return name;
    }

    /** The table from here down; a place that leads back to itself is listed once on each way. */
    public List<RouteRow> table() {
        return Table.rows(this);
    }

    private Place add(String method, String token, Route route) {
        try {
            action(token).add(method, route);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("place " + name + ", action " + token + ": " + e.getMessage(), e);
        }
        return this;
    }

    private Action action(String token) {
        return actions.computeIfAbsent(token, _ -> new Action());
    }

    private Place edge(Edge edge) {
        if (edge.startsWithCapture()) capturing.add(edge);
        else
            literal.computeIfAbsent(edge.segments().getFirst(), _ -> new ArrayList<>(2))
                    .add(edge);
        return this;
    }

    Map<String, Action> actions() {
        return actions;
    }

    List<Edge> literal(String token) {
        return literal.getOrDefault(token, List.of());
    }

    List<Edge> capturing() {
        return capturing;
    }

    /** All ways out of here. */
    List<Edge> edges() {
        var all = new ArrayList<Edge>();
        literal.values().forEach(all::addAll);
        all.addAll(capturing);
        return all;
    }

    boolean isThere(Request request) {
        return exists.test(request);
    }

    @Nullable
    Place fallback() {
        return fallback;
    }

    @Nullable
    Handler notFound() {
        return notFound;
    }
}
