package hobson.server.command;

import org.jspecify.annotations.Nullable;

/**
 * The options, in the order of the help.
 *
 * <p>Read by hand: picocli takes 130 ms to say the same at every start, since its classes are too old for the start cache.
 */
enum Option {
    HOME("--home", "DIR", """
            where everything is kept; made if it does not exist
            (default: $HOBSON_HOME, or ~/.hobson)"""),
    ADDRESS("--http-address", "ADDRESS", """
            where to listen (default 127.0.0.1: this machine only;
            0.0.0.0 or ::, every network it is in)"""),
    PORT("--http-port", "PORT", "port to listen on (default 8080; 0: any that is free)"),
    SSH_PORT("--ssh-port", "PORT", """
            take commands by SSH too, on this port of the same address
            (default: -1, none; 0: any that is free)"""),
    PREFIX("--prefix", "PATH", "path that every address begins with, as /ci (default: none)"),
    CONFIG("--config", "FILE", """
            settings, accounts and permissions in the YAML of
            Jenkins Configuration as Code; read at every start"""),
    STORE("--store", "URL", """
            keep jobs and builds in PostgreSQL and not in the home:
            jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD"""),
    OPEN("--open", null, """
            no security: whoever reaches the port may do everything
            (POST still needs a crumb)"""),
    DISCOVERY("--discovery", null, """
            be found in the local network: answers on UDP 33848 and
            announces itself by DNS-SD"""),
    ACCESS_LOG("--access-log", null, """
            one line on the console for each request"""),
    EPHEMERAL("--ephemeral", null, """
            for tests: keeps nothing, prints address and token as one
            line of JSON, and lets a test wind the clock, decide what
            builds come to, and inject faults (see docs/testing.md)"""),
    REAL_PROCESSES("--real-processes", null, """
            with --ephemeral: builds without a script are run"""),
    JENKINS_HOME("--jenkins-home", "DIR", """
            import only: the home of the Jenkins to take over""");

    private final String flag;
    private final @Nullable String argument;
    private final String meaning;

    Option(String flag, @Nullable String argument, String meaning) {
        this.flag = flag;
        this.argument = argument;
        this.meaning = meaning;
    }

    String flag() {
        return flag;
    }

    /** What the help calls the value that follows; null: none does. */
    @Nullable
    String argument() {
        return argument;
    }

    String meaning() {
        return meaning;
    }
}
