package hobson.cli;

import hobson.cli.build.BuildCommand;
import hobson.cli.build.CancelCommand;
import hobson.cli.build.LogsCommand;
import hobson.cli.build.RunsCommand;
import hobson.cli.definition.ApplyCommand;
import hobson.cli.definition.ExportCommand;
import hobson.cli.help.CompletionCommand;
import hobson.cli.help.HelpCommand;
import hobson.cli.help.Usage;
import hobson.cli.item.JobCommand;
import hobson.cli.item.JobsCommand;
import hobson.cli.login.LoginCommand;
import hobson.cli.login.ProfileCommand;
import hobson.cli.migrate.MigrateCommand;
import hobson.cli.result.ArtifactsCommand;
import hobson.cli.result.TestsCommand;
import hobson.cli.server.DiscoverCommand;
import hobson.cli.server.NodesCommand;
import hobson.cli.server.OpenCommand;
import hobson.cli.server.PluginsCommand;
import hobson.cli.server.QueueCommand;
import hobson.cli.server.TokensCommand;
import hobson.cli.server.UsersCommand;
import hobson.cli.server.ViewsCommand;
import hobson.cli.server.WhoAmICommand;
import hobson.cli.session.GlobalOptions;
import hobson.cli.session.Session;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** All commands. Each is made when it is needed: reading one's declaration costs more than running it. */
final class Commands {
    private static final Set<String> WITH_VALUE = Set.of("-s", "--url", "-P", "--profile", "--user", "--timeout");

    private final Session session;

    Commands(Session session) {
        this.session = session;
    }

    /** With the command that the words begin with; with all, when they begin with none, so that errors and help know them. */
    CommandLine forWords(List<String> words, GlobalOptions options) {
        var name = first(words);
        var command = name == null || name.equals(HelpCommand.NAME) ? null : make(name);
        return command == null || name == null ? all(options) : root(options).addSubcommand(name, command);
    }

    CommandLine all(GlobalOptions options) {
        var line = root(options);
        for (var group : Usage.groups().values()) {
            for (var name : group) {
                var command = make(name);
                if (command != null) {
                    line.addSubcommand(name, command);
                }
            }
        }
        return line;
    }

    private CommandLine root(GlobalOptions options) {
        return new CommandLine(new RootCommand(options, session.environment().version())).setExpandAtFiles(false);
    }

    /** The first word that is neither an option nor its value. */
    private static @Nullable String first(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).startsWith("-")) {
                return words.get(i);
            } else if (WITH_VALUE.contains(words.get(i))) {
                i++;
            }
        }
        return null;
    }

    private @Nullable Object make(String name) {
        return switch (name) {
            case "build" -> new BuildCommand(session);
            case "logs" -> new LogsCommand(session);
            case "runs" -> new RunsCommand(session);
            case "cancel" -> new CancelCommand(session);
            case "artifacts" -> new ArtifactsCommand(session);
            case "tests" -> new TestsCommand(session);
            case "jobs" -> new JobsCommand(session);
            case "job" -> new JobCommand(session);
            case "apply" -> new ApplyCommand(session);
            case "export" -> new ExportCommand(session);
            case "migrate" -> new MigrateCommand(session);
            case "login" -> new LoginCommand(session);
            case "profile" -> new ProfileCommand(session);
            case "help" -> new HelpCommand();
            case "completion" -> new CompletionCommand(session);
            default -> ofServer(name);
        };
    }

    private @Nullable Object ofServer(String name) {
        return switch (name) {
            case "queue" -> new QueueCommand(session);
            case "nodes" -> new NodesCommand(session);
            case "views" -> new ViewsCommand(session);
            case "users" -> new UsersCommand(session);
            case "tokens" -> new TokensCommand(session);
            case "plugins" -> new PluginsCommand(session);
            case "whoami" -> new WhoAmICommand(session);
            case "open" -> new OpenCommand(session);
            case "discover" -> new DiscoverCommand(session);
            default -> null;
        };
    }
}
