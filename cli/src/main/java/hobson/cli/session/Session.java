package hobson.cli.session;

import hobson.cli.profile.Environment;
import hobson.cli.profile.Profile;
import hobson.cli.profile.ProfileFile;
import hobson.cli.profile.Profiles;
import hobson.cli.profile.Target;
import hobson.cli.terminal.Console;
import hobson.cli.terminal.Terminal;
import hobson.client.Build;
import hobson.client.Hobson;
import hobson.client.HobsonException;
import hobson.client.Job;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a command works with. Nothing is read and nobody is called before it is asked for, so that commands without a server need
 * none.
 */
public final class Session {
    private final Console console;
    private final Environment environment;
    private final GlobalOptions options;
    private final InstantSource clock;
    private final List<Hobson> opened = new ArrayList<>();
    private Optional<Hobson> connected = Optional.empty();
    private Optional<String> namedJob = Optional.empty();
    private Optional<NamedBuild> namedBuild = Optional.empty();

    public Session(Console console, Environment environment, GlobalOptions options, InstantSource clock) {
        this.console = console;
        this.environment = environment;
        this.options = options;
        this.clock = clock;
    }

    public Environment environment() {
        return environment;
    }

    public InstantSource clock() {
        return clock;
    }

    /** As the options say: to be asked for when they have been read. */
    public Terminal terminal() {
        boolean colours = !options.noColor()
                && environment.variable("NO_COLOR").isEmpty()
                && !environment.variable("TERM").equals(Optional.of("dumb"));
        return new Terminal(console, colours, options.json());
    }

    public ProfileFile profileFile() {
        return ProfileFile.of(environment);
    }

    /** Which server, and as whom. */
    public Profile profile() {
        var file = profileFile();
        if (file.isExposed()) {
            terminal()
                    .say("hobson: Others can read " + file.path() + ", which has tokens in it: chmod 600 "
                            + file.path());
        }
        return new Target(environment, file).resolve(options.url(), options.profile(), options.user());
    }

    /** The name that {@code --profile} gives. */
    public Optional<String> profileName() {
        return options.profile();
    }

    /** The user that {@code --user} names. */
    public Optional<String> userName() {
        return options.user();
    }

    /** The server that is meant. */
    public Hobson hobson() {
        if (connected.isEmpty()) {
            connected = Optional.of(connect(profile()));
        }
        return connected.get();
    }

    /** The job or folder that the user has named. */
    public Job job(String name) {
        namedJob = Optional.of(name);
        return hobson().job(name);
    }

    /** The build is one that the user has named so. */
    public void looksAt(Build build, String name) {
        namedBuild = Optional.of(new NamedBuild(build, name));
    }

    /** What is to be said of a failure: of a job that does not exist also which one was probably meant. */
    public Failures explain(Exception e) {
        if (!(e instanceof HobsonException.NotFound)) {
            return Failures.of(e);
        }
        return missingJob()
                .or(this::missingBuild)
                .or(this::nobody)
                .map(sentence -> new Failures(sentence, ExitCode.NOT_FOUND))
                .orElseGet(() -> Failures.of(e));
    }

    private Optional<String> missingJob() {
        return namedJob.filter(name -> isMissing(() -> hobson().job(name).exists()))
                .map(name -> "There is no job " + name + "."
                        + MissingJob.meant(hobson(), name)
                                .map(meant -> " Did you mean " + meant + "?")
                                .orElse(" 'hobson jobs -r' lists those you may see."));
    }

    private Optional<String> missingBuild() {
        return namedBuild
                .filter(named -> isMissing(() -> named.build().find().isPresent()))
                .map(named -> named.build().job() + " has no build " + named.name() + ". 'hobson runs "
                        + named.build().job() + "' lists those it has.");
    }

    /** Much is shown to those alone who have said who they are. */
    private Optional<String> nobody() {
        return profile().setting(Profiles.USER).isPresent()
                ? Optional.empty()
                : Optional.of("You have not said who you are, and may not see it. 'hobson login URL' remembers that.");
    }

    private static boolean isMissing(BooleanSupplier exists) {
        try {
            return !exists.getAsBoolean();
        } catch (HobsonException e) {
            return false; // what went wrong first is what counts
        }
    }

    private record NamedBuild(Build build, String name) {}

    /** Ends connections, so that the program can end at once. */
    public void close() {
        opened.forEach(Hobson::disconnect);
    }

    /** A server, with the time limit of the options. */
    public Hobson connect(Profile profile) {
        var limit = options.timeout().map(String::valueOf).or(() -> profile.setting(Profiles.TIMEOUT));
        var hobson = new Connection(environment).open(profile, limit);
        opened.add(hobson);
        return hobson;
    }
}
