package hobson.remote.webhook;

import hobson.engine.trigger.Webhooks;
import hobson.engine.user.Caller;
import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.route.Targets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /generic-webhook-trigger/invoke}: anything has happened ({@code endpoints.md §14}). */
final class GenericWebhook implements Handler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEARER = "Bearer ";

    private final Webhooks webhooks;
    private final Targets targets;

    GenericWebhook(Webhooks webhooks, Targets targets) {
        this.webhooks = webhooks;
        this.targets = targets;
    }

    @Override
    public Response handle(Request request) {
        request.beforeBlocking();
        var token = token(request);
        var answers = webhooks.call(caller(request), token, new SentValues(request));
        boolean failed = answers.stream().anyMatch(answer -> answer.problem() != null);
        return answers.isEmpty()
                ? nobody(token)
                : Response.of(failed ? 500 : 200, ContentType.JSON, Body.text(triggered(answers)));
    }

    /** A browser sends its session to here whoever made the page that it is on: it counts for nothing. */
    private Caller caller(Request request) {
        var caller = targets.caller(request);
        return caller.proof() == Caller.Proof.SESSION ? Caller.ANONYMOUS : caller;
    }

    private static String token(Request request) {
        return Stream.of(
                        request.query().first("token").stream(),
                        request.header("token").stream(),
                        request.header("Authorization").stream()
                                .filter(header -> header.startsWith(BEARER))
                                .map(header -> header.substring(BEARER.length())),
                        request.header("X-Gitlab-Token").stream())
                .flatMap(found -> found)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("");
    }

    private static Response nobody(String token) {
        var answer = JSON.createObjectNode();
        answer.putNull("jobs");
        answer.put(
                "message",
                "Did not find any jobs with GenericTrigger configured!\n"
                        + (token.isEmpty() ? "No token was supplied.\n" : "A token was supplied.\n"));
        return Response.of(404, ContentType.JSON, Body.text(answer.toString()));
    }

    private static String triggered(List<Webhooks.Answer> answers) {
        var answer = JSON.createObjectNode();
        var jobs = answer.putObject("jobs");
        for (var each : answers) {
            var name = each.job().path().fullName();
            if (each.problem() == null) {
                describe(each, jobs.putObject(name));
            } else {
                jobs.put(name, each.problem());
            }
        }
        boolean any = answers.stream().anyMatch(each -> each.item() > 0);
        return answer.put("message", any ? "Triggered jobs." : "Did not trigger any jobs.")
                .toString();
    }

    private static void describe(Webhooks.Answer each, ObjectNode job) {
        job.put("regexpFilterExpression", each.filterExpression());
        job.put("regexpFilterText", each.filterText());
        var variables = job.putObject("resolvedVariables");
        new TreeMap<>(each.variables()).forEach(variables::put);
        job.put("triggered", each.item() > 0);
        job.put("id", each.item());
        job.put("url", each.item() > 0 ? "queue/item/" + each.item() + "/" : "");
    }
}
