package hobson.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;

/** What a client does with a server: as everybody sees it from outside, with a session and its crumb. For one thread. */
final class Client implements AutoCloseable {
    private static final Pattern CRUMB = Pattern.compile("\"crumb\":\"([^\"]+)\"");
    private static final String XML = "Content-Type: application/xml\r\n";

    private final Connection connection;
    private final String headers;

    Client(int port) throws IOException {
        connection = new Connection(port);
        var body = new ByteArrayOutputStream();
        var answer = connection.send(Connection.get("/crumbIssuer/api/json"), body);
        var crumb = CRUMB.matcher(body.toString(UTF_8));
        headers = answer.status() == 200 && crumb.find()
                ? "Cookie: " + connection.header("Set-Cookie").replaceAll(";.*", "") + "\r\nJenkins-Crumb: "
                        + crumb.group(1) + "\r\n"
                : "";
    }

    /** A request that triggers the job, with {@link Trigger#PLACE} for the value of its parameter. */
    byte[] trigger(String job) {
        return Connection.post("/job/" + job + "/buildWithParameters?delay=0sec&P=" + Trigger.PLACE, headers, "");
    }

    byte[] creation(String name, String document) {
        return Connection.post("/createItem?name=" + name, headers + XML, document);
    }

    void create(String name, String document) throws IOException {
        send(creation(name, document), 200);
    }

    /** An action of the administrator's. */
    void order(String action) throws IOException {
        send(Connection.post("/" + action, headers, ""), 302);
    }

    Connection.Answer send(byte[] request, int status) throws IOException {
        var answer = connection.send(request);
        if (answer.status() != status) {
            throw new IOException("expected " + status + ", got " + connection.head());
        }
        return answer;
    }

    byte[] read(String path) throws IOException {
        var body = new ByteArrayOutputStream();
        var answer = connection.send(Connection.get(path), body);
        if (answer.status() != 200) {
            throw new IOException("GET " + path + " was answered by " + connection.head() + body.toString(UTF_8));
        }
        return body.toByteArray();
    }

    /** Waits until the job's builds up to that number have ended and nothing waits or runs. */
    void awaitBuilds(String job, int number, java.time.Duration pause) throws IOException {
        var done = "\"number\":" + number + "}";
        Pause.until(
                "build " + number + " of " + job,
                pause,
                () -> new String(read("/job/" + job + "/api/json?tree=lastCompletedBuild%5Bnumber%5D"), UTF_8)
                        .contains(done));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
