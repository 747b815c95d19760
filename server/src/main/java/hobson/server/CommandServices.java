package hobson.server;

import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.Commands;
import hobson.remote.cli.ServerFacts;
import hobson.remote.page.Identification;
import java.util.List;

/** The commands of {@code jenkins-cli.jar}, put together. */
final class CommandServices {
    private CommandServices() {}

    static Commands commands(Foundation foundation, Identification identification) {
        return new Commands(List.<CommandGroup>of(new ServerFacts(identification)), foundation.authorization());
    }
}
