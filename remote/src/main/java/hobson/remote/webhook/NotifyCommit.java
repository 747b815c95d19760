package hobson.remote.webhook;

import hobson.engine.Refusal;
import hobson.engine.item.ItemRegistry;
import hobson.engine.scm.CommitNotices;
import hobson.engine.scm.RepositoryAddress;
import hobson.engine.settings.Settings;
import hobson.http.Handler;
import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.read.FullNames;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /git/notifyCommit}: a repository has new commits ({@code endpoints.md §14}). */
final class NotifyCommit implements Handler {
    private static final int MOST_HEADERS = 10;
    private static final Pattern REVISION = Pattern.compile("[0-9a-fA-F]{1,64}");

    private final CommitNotices notices;
    private final Settings settings;
    private final ItemRegistry jobs;

    NotifyCommit(CommitNotices notices, Settings settings, ItemRegistry jobs) {
        this.notices = notices;
        this.settings = settings;
        this.jobs = jobs;
    }

    @Override
    public Response handle(Request request) {
        request.beforeBlocking();
        var revision = request.parameter("sha1").orElse("").strip();
        var token = request.parameter("token").orElse("");
        if (settings.notices().wantsToken(!revision.isEmpty())) {
            if (token.isEmpty()) {
                return Response.text(
                        401,
                        "An access token is required: the parameter 'token' with one of those that the"
                                + " configuration lists under hobson.notifyCommit.tokens\n");
            }
            if (!settings.notices().takes(token)) {
                return Response.text(403, "Invalid access token\n");
            }
        }
        if (!revision.isEmpty() && !REVISION.matcher(revision).matches()) {
            throw Refusal.badInput("Illegal SHA1");
        }
        var url = request.parameter("url").orElseThrow(() -> Refusal.badInput("the parameter 'url' is missing"));
        var repository = RepositoryAddress.of(url).orElseThrow(() -> Refusal.badInput("Illegal URL: " + url));
        var branches = branches(request.parameter("branches").orElse(""));
        var heard = notices.hear(repository, branches, revision.isEmpty() ? null : revision);
        return answer(request, heard, url, branches);
    }

    private static List<String> branches(String text) {
        return Arrays.stream(text.strip().split(",", -1))
                .filter(branch -> !branch.isBlank())
                .toList();
    }

    private Response answer(Request request, CommitNotices.Heard heard, String url, List<String> branches) {
        var body = new StringBuilder();
        if (heard.noJobs()) {
            body.append("No git jobs found\n");
        } else if (!heard.concerned()) {
            body.append("No git jobs using repository: ")
                    .append(url)
                    .append(" and branches: ")
                    .append(String.join(",", branches))
                    .append('\n');
        }
        for (var heeding : heard.heeding()) {
            body.append(heeding.looks() ? "Scheduled polling of " : "Scheduled ")
                    .append(FullNames.of(jobs, heeding.job()))
                    .append('\n');
        }
        var answer = Response.text(200, body.toString());
        var root = settings.rootUrl() == null ? request.baseUrl() + "/" : settings.rootUrl();
        for (var heeding : heard.heeding().stream().limit(MOST_HEADERS).toList()) {
            answer = answer.with("Triggered", root + heeding.job().path().url());
        }
        int more = heard.heeding().size() - MOST_HEADERS;
        return more > 0 ? answer.with("Triggered", "<" + more + " more>") : answer;
    }
}
