package hobson.cli.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command. */
public final class GlobalOptions {
    @Option(
            names = {"-s", "--url"},
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server, when it is not that of a profile.")
    private @Nullable String url;

    @Option(
            names = {"-P", "--profile"},
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "The profile, when it is not the default one.")
    private @Nullable String profile;

    @Option(
            names = "--user",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            description = "Who is calling; the token is in HOBSON_TOKEN or in the profile.")
    private @Nullable String user;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            scope = ScopeType.INHERIT,
            description = "How long an answer may take; 60 unless it is said here or in the profile.")
    private @Nullable Integer timeout;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answers in JSON, for programs.")
    private boolean json;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours; so does NO_COLOR in the environment.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows what the command does.")
    private boolean help;

    Optional<String> url() {
        return Optional.ofNullable(url);
    }

    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Optional<Integer> timeout() {
        return Optional.ofNullable(timeout);
    }

    boolean json() {
        return json;
    }

    boolean noColor() {
        return noColor;
    }

    /** Whether help was asked for; picocli answers that. */
    boolean help() {
        return help;
    }
}
