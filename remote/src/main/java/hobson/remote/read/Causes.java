package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.Cause;
import hobson.engine.item.ItemPath;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.SchemaBuilder;
import hobson.export.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why builds were started: {@code hudson.model.Cause} and its kinds (objects.md §6.2). */
final class Causes {
    private static final Show SHOWN = Show.at(3);

    private final Users users;
    private final Schema<Cause, Reader> any = Schema.<Cause, Reader>named("hudson.model.Cause")
            .text("shortDescription", SHOWN, (cause, _) -> description(cause))
            .build();
    private final Schema<Cause.User, Reader> user;
    private final Schema<Cause.CommandLine, Reader> commandLine;
    private final Schema<Cause.Remote, Reader> remote;
    private final Schema<Cause.Upstream, Reader> upstream;
    private final Schema<Cause.Timer, Reader> timer;
    private final Schema<Cause.Change, Reader> change;
    private final Schema<Cause.Commit, Reader> commit;
    private final Schema<Cause.Webhook, Reader> webhook;

    Causes(Users users) {
        this.users = users;
        user = Causes.<Cause.User>kind("hudson.model.Cause$UserIdCause", any)
                .text("userId", SHOWN, (cause, _) -> cause.userId())
                .text("userName", SHOWN, (cause, _) -> name(cause.userId()))
                .build();
        commandLine = Causes.<Cause.CommandLine>kind("hudson.cli.BuildCommand$CLICause", any)
                .text("userId", SHOWN, (cause, _) -> cause.userId())
                .text("userName", SHOWN, (cause, _) -> name(cause.userId()))
                .build();
        remote = Causes.<Cause.Remote>kind("hudson.model.Cause$RemoteCause", any)
                .text("addr", SHOWN, (cause, _) -> cause.address())
                .text("note", SHOWN, (cause, _) -> cause.note())
                .build();
        upstream = Causes.<Cause.Upstream>kind("hudson.model.Cause$UpstreamCause", any)
                .integer("upstreamBuild", SHOWN, (cause, _) -> cause.build())
                .text("upstreamProject", SHOWN, (cause, _) -> cause.project())
                .text(
                        "upstreamUrl",
                        SHOWN,
                        (cause, _) -> ItemPath.of(cause.project()).url())
                .build();
        timer = Causes.<Cause.Timer>kind("hudson.triggers.TimerTrigger$TimerTriggerCause", any)
                .build();
        change = Causes.<Cause.Change>kind("hudson.triggers.SCMTrigger$SCMTriggerCause", any)
                .build();
        commit = Causes.<Cause.Commit>kind("hudson.plugins.git.GitStatus$CommitHookCause", any)
                .build();
        webhook = Causes.<Cause.Webhook>kind("org.jenkinsci.plugins.gwt.GenericCause", any)
                .build();
    }

    private static <T extends Cause> SchemaBuilder<T, Reader> kind(String className, Schema<Cause, Reader> any) {
        return Schema.<T, Reader>named(className).extend(any);
    }

    Kind<Cause, Reader> kind() {
        return Kind.<Cause, Reader>declared("hudson.model.Cause", this::schema)
                .among(() -> List.of(user, commandLine, remote, upstream, timer, change, commit, webhook));
    }

    private Schema<? extends Cause, Reader> schema(Cause cause) {
        return switch (cause) {
            case Cause.User _ -> user;
            case Cause.CommandLine _ -> commandLine;
            case Cause.Remote _ -> remote;
            case Cause.Upstream _ -> upstream;
            case Cause.Timer _ -> timer;
            case Cause.Change _ -> change;
            case Cause.Commit _ -> commit;
            case Cause.Webhook _ -> webhook;
        };
    }

    String description(Cause cause) {
        return switch (cause) {
            case Cause.User(var userId) -> "Started by user " + name(userId);
            case Cause.CommandLine(var userId) -> "Started from command line by " + name(userId);
            case Cause.Remote(var address, var note) ->
                "Started by remote host " + address + (note == null ? "" : " with note: " + note);
            case Cause.Upstream(var project, var build, var _) ->
                "Started by upstream project \"" + project + "\" build number " + build;
            case Cause.Timer _ -> "Started by timer";
            case Cause.Change _ -> "Started by an SCM change";
            case Cause.Commit(var revision) -> "commit notification " + revision;
            case Cause.Webhook(var text) -> text;
        };
    }

    /** As the account is called now; the id when there is no such account any more. */
    String name(@Nullable String userId) {
        return userId == null
                ? "anonymous"
                : users.find(userId).map(User::fullName).orElse(userId);
    }
}
