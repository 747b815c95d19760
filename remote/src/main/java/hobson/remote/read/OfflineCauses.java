package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.node.OfflineCause;
import hobson.engine.node.OfflineMark;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a node is offline, as an object and in words (objects.md §10.5). */
final class OfflineCauses {
    private static final String CLASS = "hudson.slaves.OfflineCause";
    private static final String BY = "Disconnected by ";
    private static final String BECAUSE = " : ";

    private final Schema<OfflineCause, Reader> any = Schema.<OfflineCause, Reader>named(CLASS)
            .time("timestamp", (cause, _) -> cause.timestamp())
            .build();
    private final Schema<OfflineCause, Reader> simple = Schema.<OfflineCause, Reader>named(
                    CLASS + "$SimpleOfflineCause")
            .extend(any)
            .text("description", (cause, _) -> text(cause))
            .build();
    private final Schema<OfflineCause, Reader> byUser = Schema.<OfflineCause, Reader>named(CLASS + "$UserCause")
            .extend(simple)
            .build();
    private final Schema<OfflineCause, Reader> byCommand = Schema.<OfflineCause, Reader>named(CLASS + "$ByCLI")
            .extend(byUser)
            .text("message", (cause, _) -> cause instanceof OfflineMark mark ? mark.message() : null)
            .build();
    private final Schema<OfflineCause, Reader> launchFailed = Schema.<OfflineCause, Reader>named(
                    CLASS + "$LaunchFailed")
            .extend(any)
            .build();

    Kind<OfflineCause, Reader> kind() {
        return Kind.<OfflineCause, Reader>declared(CLASS, this::of)
                .among(() -> List.of(byUser, byCommand, launchFailed));
    }

    private Schema<OfflineCause, Reader> of(OfflineCause cause) {
        return switch (cause) {
            case OfflineMark mark -> mark.byCommand() ? byCommand : byUser;
            case OfflineCause.LaunchFailed _ -> launchFailed;
        };
    }

    static String text(OfflineCause cause) {
        return switch (cause) {
            case OfflineMark(var _, var user, var message, var _) ->
                BY + (user == null ? "anonymous" : user) + (message == null ? "" : BECAUSE + message);
            case OfflineCause.LaunchFailed _ ->
                "This agent is offline because Jenkins failed to launch the agent process on it.";
        };
    }

    /** The words without who did it: what stands behind the last colon, as clients are used to. */
    static String reason(@Nullable OfflineCause cause) {
        return switch (cause) {
            case null -> "";
            case OfflineMark(var _, var _, var message, var _) ->
                message == null ? "" : message.substring(afterLast(message));
            case OfflineCause.LaunchFailed _ -> text(cause);
        };
    }

    private static int afterLast(String message) {
        int at = message.lastIndexOf(BECAUSE);
        return at < 0 ? 0 : at + BECAUSE.length();
    }
}
