package hobson.cli.login;

import hobson.cli.profile.Profile;
import hobson.cli.profile.Profiles;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.cli.terminal.Fields;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hobson profile}: the servers that are remembered. */
@Command(
        name = "profile",
        description = {
            "Shows, chooses and forgets the servers that 'hobson login' has remembered.",
            "",
            "The file is ~/.config/hobson/profiles (XDG_CONFIG_HOME and HOBSON_CONFIG move it). A line is 'default = NAME',",
            "'[NAME]', or below that one of: url, user, token, ca (a file of certificates), proxy, timeout (seconds)."
        },
        footer = {"Examples:", "  hobson profile list", "  hobson profile use work", "  hobson --profile test whoami"})
public final class ProfileCommand implements Runnable {
    private final Session session;

    public ProfileCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        list();
    }

    @Command(description = "Lists all profiles; the default one has a star.")
    int list() {
        var profiles = session.profileFile().read();
        new Table<Profile>()
                .column("name", profile -> profile.name().orElse(""), profile -> Style.BOLD)
                .column("default", profile -> profiles.standard().equals(profile.name()))
                .column("url", Profile::url)
                .column("user", profile -> profile.setting(Profiles.USER))
                .print(
                        session.terminal(),
                        List.copyOf(profiles.byName().values()),
                        "No server is remembered yet: 'hobson login URL' does it.");
        return ExitCode.FINE;
    }

    @Command(description = "Shows which server is used, as whom, and where that is said.")
    int show() {
        var profile = session.profile();
        new Fields()
                .with("profile", profile.name())
                .with("url", profile.url())
                .with("user", profile.setting(Profiles.USER))
                .with("ca", profile.setting(Profiles.AUTHORITY))
                .with("proxy", profile.setting(Profiles.PROXY).map(ProfileCommand::withoutPassword))
                .with("file", session.profileFile().path())
                .print(session.terminal());
        return ExitCode.FINE;
    }

    private static String withoutPassword(String proxy) {
        return proxy.replaceFirst("^((?:[^/]*//)?+[^:]*):.*@", "$1:****@");
    }

    @Command(description = "Makes it the default one.")
    int use(@Parameters(paramLabel = "NAME", description = "The profile.") String name) {
        var file = session.profileFile();
        var profiles = file.read();
        file.write(profiles.preferring(profiles.named(name).name().orElse(name)));
        return ExitCode.FINE;
    }

    @Command(
            description = {"Forgets it.", "The token stays valid on the server: 'hobson tokens revoke' ends that first."
            })
    int remove(@Parameters(paramLabel = "NAME", description = "The profile.") String name) {
        var file = session.profileFile();
        var profiles = file.read();
        profiles.named(name);
        file.write(profiles.without(name));
        return ExitCode.FINE;
    }
}
