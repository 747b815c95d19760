package hobson.cli.help;

import hobson.cli.terminal.Style;
import hobson.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How {@code --help} looks. */
public final class Usage {
    private static final int NAMES = 14;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 110;

    private Usage() {}

    /** All commands by what they are about, in the order in which they are shown. */
    public static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("Builds", List.of("build", "logs", "runs", "cancel", "artifacts", "tests"));
        groups.put("Jobs", List.of("jobs", "job", "apply", "export", "migrate"));
        groups.put(
                "The rest of a server",
                List.of("queue", "nodes", "views", "users", "tokens", "plugins", "whoami", "open", "discover"));
        groups.put("This program", List.of("login", "profile", "completion", "help"));
        return groups;
    }

    /** What the launcher starts the server's program for; a test compares it with that. */
    public static Map<String, String> serverVerbs() {
        var verbs = new LinkedHashMap<String, String>();
        verbs.put("serve", "Starts a server.");
        verbs.put("import", "Takes over the home of a Jenkins, on its disk, with its history.");
        verbs.put("rotate-key", "Encrypts all secrets of a server with a new key.");
        return verbs;
    }

    /** Colours and widths as the terminal has them, commands by group. */
    public static void arrange(CommandLine line, Terminal terminal) {
        boolean coloured = !terminal.styled(Style.BOLD, "x").equals("x");
        line.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
        line.setUsageHelpWidth(Math.clamp(terminal.columns(), NARROWEST, WIDEST));
        line.setUsageHelpLongOptionsMaxWidth(NARROWEST / 2);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Usage::commandList);
        line.getSubcommands().values().forEach(Usage::arrangeBelow);
    }

    /** What every command takes is shown once, by {@code hobson --help}. */
    private static void arrangeBelow(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        usage.sortOptions(false);
        usage.parameterListHeading("%n");
        usage.optionListHeading(ownOptions(line.getCommandSpec()).isEmpty() ? "" : "%n");
        usage.commandListHeading("%nCommands:%n");
        usage.footerHeading(usage.footer().length == 0 ? "" : "%n");
        var sections = line.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> synopsis(help.commandSpec()));
        sections.put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Usage::ownOptions);
        sections.put(
                UsageMessageSpec.SECTION_KEY_FOOTER,
                help -> help.footer() + "\nOptions of every command: hobson --help\n");
        line.getSubcommands().values().forEach(Usage::arrangeBelow);
    }

    /** As {@code hobson logs [OPTION...] JOB [BUILD]}. */
    static String synopsis(CommandSpec command) {
        var words = new ArrayList<String>(List.of(command.qualifiedName(), "[OPTION...]"));
        if (!command.subcommands().isEmpty()) {
            words.add("COMMAND");
        }
        command.positionalParameters().forEach(parameter -> words.add(label(parameter)));
        return String.join(" ", words) + "\n\n";
    }

    static String label(ArgSpec parameter) {
        var label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
        return parameter.arity().min() > 0 ? label : "[" + label + "]";
    }

    private static String ownOptions(Help help) {
        return help.optionListExcludingGroups(ownOptions(help.commandSpec()));
    }

    static List<OptionSpec> ownOptions(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();
    }

    private static String commandList(Help help) {
        var all = help.subcommands();
        var text = new StringBuilder();
        groups().forEach((group, names) -> {
            text.append("\n").append(group).append(":\n");
            for (var name : names) {
                var sub = all.get(name);
                if (sub != null) {
                    text.append(row(name, summary(sub.commandSpec().usageMessage())));
                }
            }
        });
        text.append("\nThe server itself ('hobson serve --help'):\n");
        serverVerbs().forEach((name, meaning) -> text.append(row(name, meaning)));
        return text.toString();
    }

    private static String row(String name, String meaning) {
        return "  " + name + " ".repeat(NAMES - name.length()) + meaning + "\n";
    }

    static String summary(UsageMessageSpec usage) {
        return usage.description().length == 0 ? "" : usage.description()[0];
    }
}
