package hobson.engine.item;

import hobson.engine.Refusal;
import hobson.engine.user.OwnGrants;
import java.util.Collection;
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
        long characters = length(definition.displayName()) + length(definition.grants());
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

    private static long length(@Nullable OwnGrants own) {
        if (own == null) return 0;
        return length(own.grants().users().keySet())
                + length(own.grants().groups().keySet());
    }

    private static long length(Wiring wiring) {
        return length(wiring.downstream())
                + length(wiring.upstream())
                + length(wiring.timers())
                + length(wiring.polls())
                + length(wiring.repositories());
    }

    /** The shortest text takes some memory too. */
    private static long length(Collection<String> texts) {
        long sum = 0;
        for (var text : texts) sum += text.length() + 10L;
        return sum;
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length() + 10L;
    }
}
