package hobson.remote.api;

import hobson.engine.Reader;
import hobson.export.Budget;
import hobson.export.Exporter;
import hobson.export.Flavour;
import hobson.export.Query;
import hobson.export.Subject;
import hobson.http.Body;
import hobson.http.Conditional;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.http.route.Place;
import hobson.http.route.RouteOption;
import hobson.remote.page.ApiAnswers;
import hobson.remote.page.Identification;
import hobson.remote.page.Pages;

/**
 * The API of objects, {@code …/api/…}: one for the whole server, the same for every object. Thread-safe.
 *
 * <p>Answered by the thread that reads the network as long as all is in memory and the answer is small.
 */
public final class Api {
    /** What a thread that others wait for may do: a fraction of a millisecond. */
    private static final Budget QUICK =
            Budget.DEFAULT.withWholeBytes(256 * 1024).withRows(4_000);

    private static final int OVER_BUDGET = 422;

    private final Readers readers;
    private final Pages pages;
    private final ApiAnswers quick;
    private final ApiAnswers whole;
    private final RecentAnswers recent = new RecentAnswers();

    public Api(Exporter exporter, Readers readers, Identification identification, Pages pages) {
        this.readers = readers;
        this.pages = pages;
        var authorization = readers.authorization();
        this.quick = new ApiAnswers(new Exporter(QUICK, System::nanoTime), authorization, identification);
        this.whole = new ApiAnswers(exporter, authorization, identification);
    }

    /** Gives the objects at a place their API. */
    public void at(Place place, Finder finder, HelpTopic... topics) {
        at(place, Shows.ANY, finder, topics);
    }

    /** The same, and tells which schemas they may have. */
    public void at(Place place, Shows shows, Finder finder, HelpTopic... topics) {
        place.any("api", of(finder, topics), RouteOption.INLINE, shows);
    }

    /** The same as a handler, for who has to look at the request first. */
    public Handler of(Finder finder, HelpTopic... topics) {
        return new ApiHandler(finder, this, new HelpPage(pages, topics));
    }

    /** Who reads, for handlers that answer in other forms than the API's. */
    public Readers readers() {
        return readers;
    }

    /** A text in place of an object. */
    public Response text(String text) {
        return whole.text(text);
    }

    /** An object that is shown as JSON at an address of its own. */
    public Response json(Request request, Shown<?> shown) {
        return answer(request, shown, readers.of(request), Flavour.JSON);
    }

    Response answer(Request request, Shown<?> shown, Reader reader, Flavour flavour) {
        return Conditional.answer(request, current(request, shown, reader, flavour));
    }

    private Response current(Request request, Shown<?> shown, Reader reader, Flavour flavour) {
        var parameters = request.parameters();
        if (parameters.isEmpty()) return made(request, shown, reader, PlainQueries.of(flavour));
        var query = Query.of(flavour, parameters::all);
        var grounds = Questions.isPlain(query) ? shown.grounds().of(String.valueOf(query.tree())) : null;
        if (grounds == null) return made(request, shown, reader, query);
        var question = Questions.of(reader, query);
        var known = recent.find(question, grounds);
        if (known != null) return known;
        var answer = made(request, shown, reader, query);
        if (answer.status() == 200 && answer.body() instanceof Body.Bytes) recent.keep(question, grounds, answer);
        return answer;
    }

    private Response made(Request request, Shown<?> shown, Reader reader, Query query) {
        var subject = subject(shown, reader);
        return request.isInline() ? quick(request, subject, query) : whole.answer(request, subject, query);
    }

    /** Begins again where time does not matter when the answer turns out to be a large one. */
    private Response quick(Request request, Subject<?, Reader> subject, Query query) {
        var answer = quick.answer(request, subject, query);
        if (answer.status() == OVER_BUDGET) throw new MustLoad();
        return answer;
    }

    private static <T> Subject<T, Reader> subject(Shown<T> shown, Reader reader) {
        return new Subject<>(shown.schema(), shown.object(), reader);
    }
}
