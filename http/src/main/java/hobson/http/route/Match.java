package hobson.http.route;

import hobson.http.Key;
import hobson.http.Request;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What the router read from the path of a request. */
public final class Match {
    /** Under which a request knows it once a router has looked it up. */
    public static final Key<Match> KEY = new Key<>("route");

    private final Place at;
    private final Captures captures;
    private final List<String> tokens;
    private final int start;
    private final int end;
    private final int rest;

    /**
     * A reading of the tokens of a path.
     *
     * @param at the place that was reached
     * @param start of the path to the place, after the last alias
     * @param end of the path to the place
     * @param rest where the tokens after the action start
     */
    Match(Place at, Captures captures, List<String> tokens, int start, int end, int rest) {
        this.at = at;
        this.captures = captures;
        this.tokens = tokens;
        this.start = start;
        this.end = end;
        this.rest = rest;
    }

    /**
     * The reading of this request.
     *
     * @throws NoSuchElementException when no router has seen it
     */
    public static Match of(Request request) {
        return request.get(KEY);
    }

    /**
     * The token captured last under that name.
     *
     * @throws NoSuchElementException when the path to the place has no such capture
     */
    public String capture(String name) {
        return captures.last(name)
                .orElseThrow(() -> new NoSuchElementException("no capture {" + name + "} in this route"));
    }

    public Optional<String> find(String name) {
        return captures.last(name);
    }

    /** All tokens captured under that name, outermost first: the names of nested items. */
    public List<String> captures(String name) {
        return captures.all(name);
    }

    /** What kind of object it is about, in the words of the table. */
    public String placeName() {
        return at.name();
    }

    /** The decoded tokens that led to the place: {@code [job, a, job, b]} for {@code /job/a/job/b/build}; aliases are left out. */
    public List<String> place() {
        return tokens.subList(start, end);
    }

    /** The decoded tokens after the one that named the action. */
    public List<String> rest() {
        return tokens.subList(rest, tokens.size());
    }
}
