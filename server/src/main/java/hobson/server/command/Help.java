package hobson.server.command;

/** What {@code --help} prints. */
final class Help {
    private static final int COLUMN = 26;

    private Help() {}

    static String text() {
        return """
                Usage: hobson serve [OPTION...]
                       hobson import --jenkins-home DIR [OPTION...]
                       hobson rotate-key [OPTION...]
                       hobson --help | --version

                Starts the server. It stays in the foreground until Ctrl-C or SIGTERM, then
                finishes its requests and ends; builds that run go on, and the next start on
                the same home finds them again.

                import takes over jobs, builds, views, users and credentials of a Jenkins, which
                it leaves as it is; rotate-key encrypts all secrets with a new key. Both take
                --home, --config and --store, and want the server to be stopped.

                """ + options() + """

                An option's value may also follow an equals sign: --http-port=8081.
                HOBSON_JAVA_OPTIONS is passed on to the Java virtual machine (as -Xmx2g).

                Ends with 0 when it was stopped, 1 when it could not start, 2 when the command
                line is wrong. The first start makes the account 'admin' and prints its password.

                Examples:
                  hobson serve
                  hobson serve --home /srv/ci --http-address 0.0.0.0 --config /etc/hobson.yaml
                """;
    }

    private static String options() {
        var text = new StringBuilder();
        for (var option : Option.values()) {
            var argument = option.argument() == null ? "" : " " + option.argument();
            var head = "  " + option.flag() + argument;
            text.append(head).append(" ".repeat(COLUMN - head.length()));
            text.append(option.meaning().replace("\n", "\n" + " ".repeat(COLUMN)))
                    .append('\n');
        }
        return text.toString();
    }
}
