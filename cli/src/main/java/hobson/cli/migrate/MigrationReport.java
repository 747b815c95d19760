package hobson.cli.migrate;

import hobson.cli.terminal.Json;
import hobson.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was taken over, what was not, and what is left to do by hand. */
final class MigrationReport {
    /** What became of a thing. */
    enum Outcome {
        CREATED("created"),
        REPLACED("replaced"),
        SAME("there already, and the same"),
        BEFORE("done by an earlier run"),
        DIFFERENT("there already, and different: left as it is (--overwrite replaces it)"),
        FAILED("failed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    private final Map<Outcome, List<String>> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> byHand = new ArrayList<>();

    void add(Outcome outcome, String what) {
        outcomes.computeIfAbsent(outcome, key -> new ArrayList<>()).add(what);
    }

    /** Something that a person must do, or know. */
    void byHand(String sentence) {
        byHand.add(sentence);
    }

    /** Whether everything is there now. */
    boolean isComplete() {
        return !outcomes.containsKey(Outcome.FAILED) && !outcomes.containsKey(Outcome.DIFFERENT);
    }

    void print(Terminal terminal) {
        if (terminal.json()) {
            var object = new LinkedHashMap<String, Object>();
            for (var outcome : Outcome.values()) {
                object.put(outcome.name().toLowerCase(Locale.ROOT), outcomes.getOrDefault(outcome, List.of()));
            }
            object.put("byHand", byHand);
            Json.print(terminal, object);
        } else {
            lines(false).forEach(terminal::print);
        }
    }

    void write(Path file) throws IOException {
        Files.write(file, lines(true));
    }

    /** @param all whether what went well is listed, too, and not only counted */
    private List<String> lines(boolean all) {
        var lines = new ArrayList<String>();
        outcomes.forEach((outcome, things) -> {
            lines.add(things.size() + " " + outcome.words);
            if (all || outcome == Outcome.DIFFERENT || outcome == Outcome.FAILED) {
                things.forEach(thing -> lines.add("  " + thing));
            }
        });
        if (!byHand.isEmpty()) {
            lines.add("To do by hand, or to know:");
            byHand.forEach(sentence -> lines.add("  " + sentence));
        }
        return lines;
    }
}
