package hobson.server.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** A request as bytes: some address of the table with something hostile in it, or something hostile altogether. */
record FuzzedRequest(String text) {
    private static final Pattern CAPTURE = Pattern.compile("\\{[^}]*\\}");

    /** They end the server, or throw away what the others need. */
    private static final Pattern HARMFUL = Pattern.compile(
            ".*/(exit|safeExit|restart|safeRestart|reload|gc|quietDown|cancelQuietDown|doDelete|logout)$");

    private static final List<String> NAMES =
            List.of("built", "1", "lastBuild", "v", "all", "admin", "(built-in)", "0", "x");
    private static final List<String> HOSTILE = List.of(
            "..",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "..%5c..",
            "%00",
            "%ff%fe",
            "%",
            "%zz",
            "a%2fb",
            "a%252fb",
            ";x=1",
            "%3b",
            "-1",
            "99999999999999999999",
            "2147483647",
            "-2147483648",
            "1e9",
            "NaN",
            "''",
            "%22%3E%3Cscript%3E",
            "${jndi:x}",
            "%C3%A9",
            "%F0%9F%98%80",
            "%E2%80%AE",
            "*",
            "?",
            "",
            ".",
            "~",
            "con",
            "a".repeat(300),
            "%20",
            "+",
            "job",
            "api",
            "%7B%7D",
            "0x10",
            "01",
            "+1",
            "1.",
            "true",
            "null",
            "undefined");
    private static final List<String> PARAMETERS = List.of(
            "tree",
            "depth",
            "xpath",
            "exclude",
            "wrapper",
            "pretty",
            "jsonp",
            "start",
            "name",
            "mode",
            "from",
            "json",
            "delay",
            "token",
            "cause",
            "value",
            "newName",
            "description",
            "P",
            "id",
            "message",
            "timeout",
            "block",
            "format",
            "url",
            "q",
            "query",
            "encrypt",
            "number",
            "statusCode",
            "file",
            "path",
            "pattern",
            "flavor",
            "Submit",
            "newJobName",
            "core");
    private static final List<String> VALUES = List.of(
            "jobs[name,builds[number]{0,5}]",
            "*",
            "*[*[*]]",
            "jobs[",
            "a{",
            "a{5,2}",
            "{,}",
            "//*",
            "//*[//*]",
            "count(//*)",
            "//job[",
            "1 div 0",
            "string(//a)",
            "{}",
            "[]",
            "{\"name\":{}}",
            "{\"parameter\":[{\"name\":\"P\",\"value\":[1]}]}",
            "{\"name\":1,\"mode\":null}",
            "{\"parameter\":{\"name\":{},\"value\":{}}}",
            "[[[[",
            "\"x\"",
            "-1",
            "9".repeat(25),
            "0sec",
            "1e400sec",
            "yyyy'",
            "%s%n",
            "hudson.model.ListView",
            "hudson.model.FreeStyleProject",
            "copy",
            "built",
            "../..",
            "<x/>",
            "a\u0000b",
            "");
    private static final List<String> BODIES = List.of(
            "<project/>",
            "<project><builders><hudson.tasks.Shell/></builders></project>",
            "<project",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<hudson.model.ListView><includeRegex>(a+)+$</includeRegex></hudson.model.ListView>",
            "<slave><numExecutors>-1</numExecutors></slave>",
            "<com.cloudbees.hudson.plugins.folder.Folder/>",
            "<a>" + "<b>".repeat(2_000),
            "<run><log encoding=\"hexBinary\">4</log></run>",
            "{",
            "[]",
            "null",
            "",
            "\u0000\u0001\u00ff",
            "name=%zz&json={",
            "<jenkins><install plugin=\"a@b\"/></jenkins>");
    private static final List<String> TYPES = List.of(
            "application/xml",
            "text/xml;charset=UTF-16",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "application/json",
            "text/plain",
            "",
            "multipart/form-data; boundary=b",
            "application/xml;charset=none",
            "*/*");
    private static final List<String> HEADERS = List.of(
            "Accept: application/json",
            "Accept: text/plain",
            "Accept: ,,;q=",
            "Range: bytes=-5",
            "Range: bytes=9-1,x",
            "If-None-Match: \"\"",
            "If-Match: \"x\"",
            "If-Modified-Since: x",
            "Accept-Encoding: gzip",
            "X-Forwarded-Host: a b",
            "X-Forwarded-Proto: javascript",
            "X-Forwarded-For: ,",
            "Forwarded: host=\"",
            "Cookie: JSESSIONID.x=\"; a==",
            "Idempotency-Key: " + "k".repeat(200),
            "Prefer: wait=x",
            "Authorization: Basic !!!",
            "Jenkins-Crumb: x",
            "Referer: http://%",
            "X-Requested-With: XMLHttpRequest");
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "get", "FOO");

    record Operation(String method, String path) {
        boolean isHarmless() {
            return !HARMFUL.matcher(path).matches() && !path.equals("/");
        }
    }

    static FuzzedRequest made(Random random, List<Operation> operations, String user) {
        var operation = pick(random, operations);
        var method = random.nextInt(5) == 0
                ? pick(random, METHODS)
                : operation.method().toUpperCase(java.util.Locale.ROOT);
        if (method.equals("DELETE")) method = "GET"; // what the others need stays
        var text = new StringBuilder(method).append(' ').append(path(random, operation.path()));
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(text.indexOf("?") < 0 ? '?' : '&')
                    .append(pick(random, PARAMETERS))
                    .append('=');
            text.append(java.net.URLEncoder.encode(pick(random, VALUES), java.nio.charset.StandardCharsets.UTF_8));
        }
        text.append(" HTTP/1.1\r\nHost: fuzz\r\n");
        if (!user.isEmpty())
            text.append("Authorization: Basic ").append(basic(user)).append("\r\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            var header = pick(random, HEADERS);
            if (user.isEmpty() || !header.startsWith("Authorization"))
                text.append(header).append("\r\n");
        }
        return new FuzzedRequest(text.append(body(random, method)).toString());
    }

    private static String basic(String user) {
        return Base64.getEncoder().encodeToString((user + ":" + user).getBytes(ISO_8859_1));
    }

    private static String path(Random random, String template) {
        var path = CAPTURE.matcher(template)
                .replaceAll(_ ->
                        java.util.regex.Matcher.quoteReplacement(pick(random, random.nextBoolean() ? NAMES : HOSTILE)));
        return switch (random.nextInt(12)) {
            case 0 -> path + "/" + pick(random, HOSTILE);
            case 1 -> "/static/x" + path;
            case 2 -> path + "/../" + pick(random, HOSTILE) + "/";
            default -> path;
        };
    }

    private static String body(Random random, String method) {
        if (!method.equals("POST") && !method.equals("PUT")) return "\r\n";
        var type = pick(random, TYPES);
        var body = type.endsWith("boundary=b") && random.nextBoolean() ? multipart(random) : mixed(random);
        return (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private static String multipart(Random random) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + pick(random, PARAMETERS) + "\"; filename=\""
                + pick(random, HOSTILE) + "\"\r\n\r\n" + pick(random, BODIES)
                + (random.nextBoolean() ? "\r\n--b--\r\n" : "");
    }

    private static String mixed(Random random) {
        if (random.nextBoolean()) return pick(random, BODIES);
        return pick(random, PARAMETERS) + "=" + pick(random, VALUES) + "&" + pick(random, PARAMETERS) + "="
                + pick(random, VALUES);
    }

    private static <T> T pick(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    byte[] bytes() {
        return text.getBytes(ISO_8859_1);
    }

    @Override
    public String toString() {
        return text.length() > 600 ? text.substring(0, 600) : text;
    }
}
