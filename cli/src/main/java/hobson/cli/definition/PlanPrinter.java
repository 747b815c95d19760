package hobson.cli.definition;

import hobson.cli.terminal.Json;
import hobson.cli.terminal.Style;
import hobson.cli.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows a plan to people, or to programs. */
final class PlanPrinter {
    private final Terminal terminal;

    PlanPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Plan plan) {
        if (terminal.json()) {
            Json.print(
                    terminal, plan.changes().stream().map(PlanPrinter::object).toList());
        } else if (plan.isNothing()) {
            terminal.print("Nothing to do: " + plan.unchanged() + " as they should be.");
        } else {
            plan.changes().forEach(this::print);
            terminal.print("");
            terminal.print(summary(plan));
        }
    }

    private static Map<String, Object> object(Change change) {
        var object = new LinkedHashMap<String, Object>();
        object.put("action", word(change));
        object.put("kind", change.address().kind().word());
        object.put("name", change.address().path().toString());
        object.put(
                "difference",
                change instanceof Change.Update update ? update.difference().text() : List.of());
        return object;
    }

    private void print(Change change) {
        terminal.print(terminal.styled(style(change), sign(change) + " " + change.address()) + note(change));
        if (change instanceof Change.Update update) {
            update.difference().print(terminal, "    ");
        }
    }

    private static String note(Change change) {
        return change instanceof Change.Delete && change.address().kind() == Kind.ITEM ? "  with all its builds" : "";
    }

    static String word(Change change) {
        return switch (change) {
            case Change.Create create -> "create";
            case Change.Update update -> "change";
            case Change.Delete delete -> "delete";
        };
    }

    static String done(Change change) {
        return switch (change) {
            case Change.Create create -> "created";
            case Change.Update update -> "changed";
            case Change.Delete delete -> "deleted";
        };
    }

    private static String sign(Change change) {
        return switch (change) {
            case Change.Create create -> "+";
            case Change.Update update -> "~";
            case Change.Delete delete -> "-";
        };
    }

    private static Style style(Change change) {
        return switch (change) {
            case Change.Create create -> Style.GREEN;
            case Change.Update update -> Style.YELLOW;
            case Change.Delete delete -> Style.RED;
        };
    }

    private static String summary(Plan plan) {
        return count(plan, "create") + " to create, " + count(plan, "change") + " to change, " + count(plan, "delete")
                + " to delete; " + plan.unchanged() + " as they should be.";
    }

    private static long count(Plan plan, String word) {
        return plan.changes().stream()
                .filter(change -> word(change).equals(word))
                .count();
    }
}
