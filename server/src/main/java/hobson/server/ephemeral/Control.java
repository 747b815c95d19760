package hobson.server.ephemeral;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.http.Body;
import hobson.http.ContentType;
import hobson.http.Filter;
import hobson.http.Handler;
import hobson.http.Header;
import hobson.http.Problem;
import hobson.http.ProblemJson;
import hobson.http.Request;
import hobson.http.Response;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The addresses below {@code /.hobson/} by which a test in any language winds the clock, decides what builds come to, injects faults and
 * reads the record. They stand before everything that the server itself does, which knows nothing of them, and want the server's token:
 * as {@code Bearer}, or as the password of {@code Basic}.
 */
public final class Control implements Filter {
    /** The first step of their path: no item of Jenkins' is called so. */
    public static final String PLACE = ".hobson";

    private static final int MOST = 16 << 20;

    private final byte[] token;
    private final JsonMapper json = JsonMapper.builder().build();
    private final CompletableFuture<Controls> controls = new CompletableFuture<>();

    public Control(String token) {
        this.token = token.getBytes(UTF_8);
    }

    /** What it controls; requests wait until it is known. */
    public void of(Controls controlled) {
        controls.complete(controlled);
    }

    @Override
    public Response handle(Request request, Handler next) {
        var path = request.path().tokens();
        if (path.isEmpty() || !path.getFirst().equals(PLACE)) {
            return next.handle(request);
        }
        request.beforeBlocking();
        if (!MessageDigest.isEqual(token, presented(request))) {
            return new ProblemJson(request, 401, "The token that the server printed at its start is needed here")
                    .response(401)
                    .with("WWW-Authenticate", "Basic realm=\"hobson\"");
        }
        try {
            var answer = answer(request, String.join("/", path.subList(1, path.size())));
            return Response.ok(ContentType.JSON, Body.text(answer + "\n"));
        } catch (Problem problem) {
            return new ProblemJson(request, problem.status(), problem.sentence())
                    .response(problem.status())
                    .with(problem.headers().toArray(Header[]::new));
        } catch (JacksonException e) {
            return new ProblemJson(request, 400, "This is no JSON: " + e.getOriginalMessage()).response(400);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new ProblemJson(request, 400, String.valueOf(e.getMessage())).response(400);
        }
    }

    private static byte[] presented(Request request) {
        var header = request.header("Authorization").orElse("");
        var value = header.substring(header.indexOf(' ') + 1).strip();
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return value.getBytes(UTF_8);
        }
        try {
            var login = new String(Base64.getDecoder().decode(value), UTF_8);
            return login.substring(login.indexOf(':') + 1).getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private JsonNode answer(Request request, String what) {
        var server = controls.join();
        boolean posted = request.isMethod("POST");
        return switch (request.method() + " " + what) {
            case "GET ", "GET clock" -> clock(server);
            case "POST clock/advance" -> {
                server.time().advance(Times.parse(parameter(request, "by")));
                yield clock(server);
            }
            case "POST clock/run" -> {
                server.time().run(factor(parameter(request, "factor")));
                yield clock(server);
            }
            case "POST clock/stop" -> {
                server.time().stop();
                yield clock(server);
            }
            case "POST scripts" -> {
                ScriptJson.add(server.scripts(), body(request));
                yield done();
            }
            case "DELETE scripts" -> {
                server.scripts().clear();
                yield done();
            }
            case "GET faults" -> done().put("left", server.faults().left());
            case "POST faults" -> {
                FaultJson.add(server.faults(), body(request));
                yield done().put("left", server.faults().left());
            }
            case "DELETE faults" -> {
                server.faults().clear();
                yield done();
            }
            case "GET requests" -> RecordJson.of(json, server.requests(), request.query());
            case "DELETE requests" -> {
                server.requests().clear();
                yield done();
            }
            case "POST reset" -> {
                server.reset();
                yield clock(server);
            }
            default ->
                throw new Problem(
                        404,
                        (posted ? "Nothing is done" : "Nothing is shown")
                                + " at this address: docs/testing.md has those there are");
        };
    }

    private ObjectNode done() {
        return json.createObjectNode();
    }

    private ObjectNode clock(Controls server) {
        var answer = json.createObjectNode();
        answer.put("now", server.time().instant().toString());
        answer.put("millis", server.time().millis());
        server.time().next().ifPresent(next -> answer.put("next", next.toString()));
        return answer;
    }

    private JsonNode body(Request request) {
        var node = json.readTree(request.bytes(MOST));
        if (!node.isObject()) {
            throw new IllegalArgumentException("The body is an object of JSON");
        }
        return node;
    }

    private static String parameter(Request request, String name) {
        return request.parameter(name)
                .orElseThrow(() -> new IllegalArgumentException("The parameter '" + name + "' is needed"));
    }

    private static double factor(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'factor' is a number, as 60", e);
        }
    }
}
