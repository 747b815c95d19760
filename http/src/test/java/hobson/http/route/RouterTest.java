package hobson.http.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.http.Handler;
import hobson.http.Problem;
import hobson.http.Request;
import hobson.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Place root = new Place("root");
    private final Place job = new Place("job");
    private final Place build = new Place("build");
    private final Place view = new Place("view");
    private final Router router = router();

    private Router router() {
        root.child("job/{job}", job).child("view/{view}", view).alias("static/{version}", root);
        root.any("api", says("root api")).index(says("root")).fallback(view);
        view.child("job/{job}", job).any("rssAll", says("feed")).index(says("view"));
        job.child("job/{job}", job).child("{build}", token -> token.chars().allMatch(Character::isDigit), build);
        job.any("api", says("job api"), RouteOption.INLINE).post("build", says("build"));
        job.get("config.xml", says("read")).post("config.xml", says("write"));
        job.otherwise("config.xml", _ -> Response.of(400));
        job.only("POST", "createView", says("create")).any("console", says("page"), RouteOption.LEAF);
        job.index(says("job")).delete(says("deleted"));
        job.exists(request -> !Match.of(request).capture("job").equals("none"));
        build.any("api", says("build api")).notFound(says("up")).index(says("build page"));
        return new Router(root);
    }

    /** Answers with its own name and everything that the router read. */
    private static Handler says(String name) {
        return request -> {
            var match = Match.of(request);
            return Response.text(200, name + " " + match.place() + match.captures("job") + match.rest());
        };
    }

    private String answer(String method, String target) {
        var response = router.handle(Request.draft(method, target).build());
        if (response.status() != 200) {
            return response.status()
                    + response.header("Location").map(to -> " " + to).orElse("");
        }
        var bytes = (hobson.http.Body.Bytes) response.body();
        return new String(bytes.array(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void handle_nestedPlaces_capturesAllNames() {
        assertThat(answer("GET", "/job/a/job/b%2Fc/api/json")).isEqualTo("job api [job, a, job, b/c][a, b/c][json]");
    }

    @Test
    void handle_restOfAction_isHandedOn() {
        assertThat(answer("GET", "/job/a/api/json/x/")).isEqualTo("job api [job, a][a][json, x]");
    }

    @Test
    void handle_placeWithSlash_isItsIndex() {
        assertThat(answer("GET", "/job/a/")).isEqualTo("job [job, a][a][]");
        assertThat(answer("DELETE", "/job/a/")).isEqualTo("deleted [job, a][a][]");
        assertThat(answer("GET", "/")).isEqualTo("root [][][]");
    }

    @Test
    void handle_placeWithoutSlash_redirectsEveryMethod() {
        assertThat(answer("GET", "/job/a?x=1&y")).isEqualTo("302 /job/a/?x=1&y");
        assertThat(answer("DELETE", "/job/a")).isEqualTo("302 /job/a/");
        assertThat(answer("POST", "//job/./a%20b")).isEqualTo("302 /job/a%20b/");
    }

    @Test
    void handle_placeThatIsNotThere_isNotRedirectedTo() {
        assertThatThrownBy(() -> answer("GET", "/job/none")).isInstanceOf(Problem.class);
    }

    @Test
    void handle_captureWithPredicate_refusesOtherTokens() {
        assertThat(answer("GET", "/job/a/12/api/json")).isEqualTo("build api [job, a, 12][a][json]");
        assertThatThrownBy(() -> answer("GET", "/job/a/x12/api/json")).isInstanceOf(Problem.class);
    }

    @Test
    void handle_unknownBelowPlaceWithOwnPage_getsThatPage() {
        assertThat(answer("GET", "/job/a/12/nosuch")).isEqualTo("up [job, a, 12][a][nosuch]");
    }

    @Test
    void handle_otherMethod_isRefusedHiddenOrTakenAsDeclared() {
        assertThatThrownBy(() -> answer("GET", "/job/a/build")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(405);
            assertThat(problem.headers().getFirst()).hasToString("Allow: POST");
        });
        assertThatThrownBy(() -> answer("GET", "/job/a/createView"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(answer("PUT", "/job/a/config.xml")).isEqualTo("400");
        assertThat(answer("HEAD", "/job/a/config.xml")).startsWith("read");
        assertThat(answer("POST", "/job/a/config.xml")).startsWith("write");
    }

    @Test
    void handle_leaf_isOnlyTheLastTokenWithoutSlash() {
        assertThat(answer("GET", "/job/a/console")).startsWith("page");
        assertThatThrownBy(() -> answer("GET", "/job/a/console/")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> answer("GET", "/job/a/console/x")).isInstanceOf(Problem.class);
    }

    @Test
    void handle_tokenUnknownToRoot_isTriedOnFallback() {
        assertThat(answer("GET", "/rssAll")).isEqualTo("feed [][][]");
    }

    @Test
    void handle_alias_doesNotCount() {
        assertThat(answer("GET", "/static/abc/job/a/api/json")).isEqualTo("job api [job, a][a][json]");
        assertThat(answer("GET", "/static/abc/view/v/job/a/")).isEqualTo("job [view, v, job, a][a][]");
    }

    @Test
    void prepare_inlineRoute_marksRequest() {
        assertThat(router.prepare(Request.draft("GET", "/job/a/api/json").build())
                        .isInline())
                .isTrue();
        assertThat(router.prepare(Request.draft("GET", "/job/a/").build()).isInline())
                .isFalse();
    }

    @Test
    void table_recursivePlaces_listsEachWayOnce() {
        assertThat(root.table())
                .contains(
                        new RouteRow("api", "root", Map.of("*", List.of())),
                        new RouteRow(
                                "job/{job}/config.xml",
                                "job",
                                Map.of("GET", List.of(), "HEAD", List.of(), "POST", List.of())),
                        new RouteRow("job/{job}/{build}/api", "build", Map.of("*", List.of())),
                        new RouteRow("view/{view}/job/{job}/api", "job", Map.of("*", List.of(RouteOption.INLINE))),
                        new RouteRow("rssAll", "view", Map.of("*", List.of())))
                .doesNotHaveDuplicates();
    }

    @Test
    void constructor_fallbacksInACircle_isRefused() {
        var a = new Place("a");
        a.fallback(new Place("b").fallback(a));

        assertThatThrownBy(() -> new Router(a)).hasMessage("place a falls back to itself");
    }

    @Test
    void get_declaredTwice_namesThePlace() {
        assertThatThrownBy(() -> job.any("api", says("again"))).hasMessageContaining("place job, action api");
    }
}
