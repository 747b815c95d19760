package hobson.server.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.server.ServerProcess;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** A server as people have it: one administrator, and crumbs for whoever comes with a password. Builds wait for nothing. */
final class GuardedServer implements AutoCloseable {
    static final String USER = "admin";

    private static final Pattern CRUMB = Pattern.compile("\"crumb\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"tokenValue\":\"([^\"]+)\"");

    private final ServerProcess process;
    private final String password;

    private GuardedServer(ServerProcess process, String password) {
        this.process = process;
        this.password = password;
    }

    static GuardedServer start(Path folder) throws Exception {
        var config = Files.writeString(folder.resolve("ci.yaml"), "jenkins: {quietPeriod: 0, numExecutors: 2}\n");
        var home = folder.resolve("home");
        var process = ServerProcess.serve(home, "--config", config.toString());
        process.awaitLine("    password ");
        var password = Files.readString(home.resolve("initial-admin-password")).strip();
        return new GuardedServer(process, password);
    }

    /** Without the slash at its end, as people write it. */
    String url() {
        return process.url().replaceFirst("/$", "");
    }

    String password() {
        return password;
    }

    /** A new API token; who comes with one needs no crumb. */
    String token() throws Exception {
        var crumb = process.send(request("crumbIssuer/api/json"));
        var session = crumb.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return value(
                TOKEN,
                process.send(request("me/descriptorByName/jenkins.security.ApiTokenProperty/generateNewToken")
                        .header("Cookie", session)
                        .header("Jenkins-Crumb", value(CRUMB, crumb))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("newTokenName=client"))));
    }

    private HttpRequest.Builder request(String path) {
        var login = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(UTF_8));
        return process.request(path).header("Authorization", "Basic " + login);
    }

    private static String value(Pattern pattern, HttpResponse<String> answer) {
        var matcher = pattern.matcher(answer.body());
        if (!matcher.find()) {
            throw new AssertionError(answer + ": " + answer.body());
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        process.close();
    }
}
