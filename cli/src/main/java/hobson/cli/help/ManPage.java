package hobson.cli.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command as a page of the manual, section 1, in the language of {@code man}. */
final class ManPage {
    private final CommandSpec command;

    ManPage(CommandSpec command) {
        this.command = command;
    }

    /** As {@code hobson-job-put}. */
    String name() {
        return command.qualifiedName("-");
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(".TH \"" + name().toUpperCase(Locale.ROOT) + "\" 1 \"\" \"Hobson\" \"Hobson's manual\"");
        lines.add(".SH NAME");
        lines.add(escaped(name() + " - " + summary()));
        lines.add(".SH SYNOPSIS");
        lines.add(escaped(Usage.synopsis(command).strip()));
        lines.add(".SH DESCRIPTION");
        paragraphs(lines, command.usageMessage().description());
        arguments(lines);
        options(lines);
        commands(lines);
        footer(lines);
        lines.add(".SH SEE ALSO");
        lines.add(seeAlso());
        return String.join("\n", lines) + "\n";
    }

    private String summary() {
        return Arrays.stream(command.usageMessage().description())
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    private static void paragraphs(List<String> lines, String... paragraphs) {
        for (var paragraph : paragraphs) {
            if (!paragraph.isBlank()) {
                lines.add(".PP");
                lines.add(escaped(plain(paragraph)));
            }
        }
    }

    private void arguments(List<String> lines) {
        if (!command.positionalParameters().isEmpty()) {
            lines.add(".SH ARGUMENTS");
            command.positionalParameters()
                    .forEach(parameter -> entry(lines, Usage.label(parameter), parameter.description()));
        }
    }

    private void options(List<String> lines) {
        var own = Usage.ownOptions(command);
        if (!own.isEmpty()) {
            lines.add(".SH OPTIONS");
            own.forEach(option -> entry(lines, names(option), option.description()));
        }
    }

    private static String names(OptionSpec option) {
        var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return String.join(", ", option.names()) + value;
    }

    private void commands(List<String> lines) {
        if (!command.subcommands().isEmpty()) {
            lines.add(".SH COMMANDS");
            command.subcommands()
                    .forEach((name, sub) -> entry(
                            lines, name, Usage.summary(sub.getCommandSpec().usageMessage())));
        }
        if (command.parent() == null) {
            Usage.serverVerbs().forEach((name, meaning) -> entry(lines, name, meaning));
        }
    }

    private static void entry(List<String> lines, String head, String... meaning) {
        lines.add(".TP");
        lines.add(".B " + escaped(head));
        lines.add(escaped(plain(String.join(" ", meaning))));
    }

    /** Examples as they are, with their line breaks. */
    private void footer(List<String> lines) {
        var footer = command.usageMessage().footer();
        if (footer.length > 0) {
            lines.add(".SH NOTES");
            lines.add(".nf");
            Arrays.stream(footer).map(ManPage::plain).map(ManPage::escaped).forEach(lines::add);
            lines.add(".fi");
        }
    }

    private String seeAlso() {
        var parent = command.parent();
        if (parent != null) {
            return ".BR " + escaped(parent.qualifiedName("-")) + " (1)";
        }
        var pages = new ArrayList<String>();
        command.subcommands().keySet().forEach(name -> pages.add(".BR " + escaped("hobson-" + name) + " (1)"));
        return String.join("\n", pages);
    }

    /** Without the marks that stand for a line break and a percent sign. */
    private static String plain(String text) {
        return text.replace("%n", " ").replace("%%", "%");
    }

    /** A backslash and a dash are themselves; a line that begins with a dot or a quote is text. */
    private static String escaped(String text) {
        var safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }
}
