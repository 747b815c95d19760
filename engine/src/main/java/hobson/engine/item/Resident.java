package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.user.OwnGrants;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a definition stays in memory as long as there is the item, whether anybody looks at it or not: it must be small. */
final class Resident {
    /** No real document comes near it. */
    private static final int MOST_CHARACTERS = 200_000;

    /** Each is looked up whenever somebody reads the job. */
    private static final int MOST_NEIGHBOURS = 2_000;

    private Resident() {}

    /** Refuses ({@code BAD_INPUT}) a definition that would take too much. */
    static void check(ItemDefinition definition) {
        long characters = length(definition.displayName()) + length(names(definition.grants()));
        if (definition instanceof JobDefinition job) {
            var wiring = job.traits().wiring();
            characters += length(wiring);
            int neighbours = wiring.downstream().size() + wiring.upstream().size();
            if (neighbours > MOST_NEIGHBOURS) {
                throw Refusal.badInput("The document names " + neighbours
                        + " jobs that trigger this one or that it triggers, more than the " + MOST_NEIGHBOURS
                        + " allowed.");
            }
        }
        if (characters > MOST_CHARACTERS) {
            throw Refusal.badInput(
                    "What the document says of the name, the neighbours, the timers and the permissions has "
                            + characters + " characters, more than the " + MOST_CHARACTERS + " allowed.");
        }
    }

    private static Collection<String> names(@Nullable OwnGrants own) {
        return own == null
                ? Set.of()
                : Stream.concat(own.grants().users().keySet().stream(), own.grants().groups().keySet().stream())
                        .toList();
    }

    private static long length(Wiring wiring) {
        return Stream.of(wiring.downstream(), wiring.upstream(), wiring.timers(), wiring.polls(), wiring.repositories())
                .mapToLong(Resident::length)
                .sum();
    }

    /** The shortest text takes some memory too. */
    private static long length(Collection<String> texts) {
        return texts.stream().mapToLong(text -> text.length() + 10L).sum();
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : length(List.of(text));
    }
}
