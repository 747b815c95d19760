package hobson.cli.server;

import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import hobson.client.Person;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code hobson users}. */
@Command(
        name = "users",
        description = "Lists everybody that the server knows: accounts, and authors of changes.",
        footer = {"Examples:", "  hobson users", "  hobson users --json"})
public final class UsersCommand implements Callable<Integer> {
    private final Session session;

    public UsersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        new Table<Person>()
                .column("id", person -> id(person.user()), person -> Style.BOLD)
                .column("name", Person::fullName)
                .column("lastChange", Person::lastChange)
                .column("job", Person::job)
                .print(session.terminal(), session.hobson().users().people(), "The server knows nobody.");
        return ExitCode.FINE;
    }

    /** The last piece of the user's page. */
    private static String id(URI page) {
        var path = page.getPath().replaceFirst("/$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
