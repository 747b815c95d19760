package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.build.Cause;
import hobson.engine.item.JobDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines of a console that tell of users: the first ones, and those of a build that was stopped ({@code queue-and-scheduling.md §18}). */
final class HeaderLines {
    private final UnaryOperator<String> fullName;

    /** @param fullName of a user's id */
    HeaderLines(UnaryOperator<String> fullName) {
        this.fullName = fullName;
    }

    /** @param where {@code in} or more, as a build says where it runs */
    String of(Build build, JobDefinition definition, String where, Path workspace) {
        var text = new StringBuilder();
        causes(build.causes(), 0, text);
        text.append("Running as SYSTEM\nBuilding ")
                .append(where)
                .append(" workspace ")
                .append(workspace)
                .append('\n');
        for (var part : definition.unknown()) {
            if (!part.role().equals("builder")) {
                text.append("WARNING: this server has no ")
                        .append(part.role())
                        .append(" ‘")
                        .append(part.element())
                        .append("’; it is kept in the configuration and does nothing\n");
            }
        }
        return text.toString();
    }

    /** The lines of a build that was stopped by these users; empty for one who was not logged in. */
    String aborted(List<String> users) {
        var text = new StringBuilder("Build was aborted\n");
        for (var user : users) {
            text.append("Aborted by ")
                    .append(user.isEmpty() ? "unknown" : fullName.apply(user))
                    .append('\n');
        }
        return text.toString();
    }

    private void causes(List<Cause> causes, int level, StringBuilder text) {
        var indent = " ".repeat(level);
        for (var cause : causes) {
            text.append(indent);
            switch (cause) {
                case Cause.User(var id) ->
                    text.append("Started by user ").append(id == null ? "unknown or anonymous" : fullName.apply(id));
                case Cause.CommandLine person ->
                    text.append("Started from command line by ").append(person.name());
                case Cause.Remote(var address, var note) -> {
                    text.append("Started by remote host ").append(address);
                    if (note != null) {
                        text.append(" with note: ").append(note);
                    }
                }
                case Cause.Upstream(var project, var number, var origins) -> {
                    text.append("Started by upstream project \"")
                            .append(project)
                            .append("\" build number ")
                            .append(number);
                    if (!origins.isEmpty()) {
                        text.append('\n').append(indent).append("originally caused by:");
                    }
                }
                case Cause.Timer _ -> text.append("Started by timer");
                case Cause.Change _ -> text.append("Started by an SCM change");
                case Cause.Commit(var revision) ->
                    text.append("commit notification ").append(revision);
                case Cause.Webhook(var words) -> text.append(words);
            }
            text.append('\n');
            if (cause instanceof Cause.Upstream upstream) {
                causes(upstream.causes(), level + 1, text);
            }
        }
    }
}
