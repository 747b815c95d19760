package hobson.remote.cli;

import hobson.engine.Refusal;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what arguments name: jobs and folders by their full names, as the caller may see them ({@code cli.md §6}). */
public final class NamedItems {
    private final ItemRegistry items;

    public NamedItems(ItemRegistry items) {
        this.items = items;
    }

    /**
     * Empty when there is none or the caller may not know of it.
     *
     * @throws CommandFailure when the caller may know of it and no more
     */
    public Optional<Item> find(Caller caller, String name) {
        var names = segments(name);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(items.visibleItem(caller, new ItemPath(names)));
        } catch (Denied e) {
            throw new CommandFailure(CommandFailure.Kind.DENIED, "Please login to access job " + name);
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /** Slashes at the ends, and several of them, mean nothing. */
    private static List<String> segments(String name) {
        return Arrays.stream(name.split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A job; a missing one is told as commands of jobs do: code 3. */
    public Job job(Caller caller, String name) {
        return find(caller, name)
                .filter(Job.class::isInstance)
                .map(Job.class::cast)
                .orElseThrow(() -> missing(name, nearest(name, jobs(caller))));
    }

    /** As {@link #job}, for a job or a folder. */
    public Item item(Caller caller, String name) {
        return find(caller, name).orElseThrow(() -> missing(name, nearest(name, items.readable(caller).stream())));
    }

    private static CommandFailure missing(String name, Optional<String> nearest) {
        return CommandFailure.argument("No such job '" + name + "'"
                + nearest.map(near -> "; perhaps you meant '" + near + "'?").orElse(""));
    }

    /** A job; a missing one is told as commands do that Jenkins has made from methods of its objects: code 2, with usage. */
    public Job jobOfMethod(Caller caller, String name) {
        return find(caller, name)
                .filter(Job.class::isInstance)
                .map(Job.class::cast)
                .orElseThrow(() -> CommandFailure.usage(noneExists("job", name, nearest(name, jobs(caller)))));
    }

    /** A job or a folder; a missing one is told in words of its own. */
    public Item itemToReload(Caller caller, String name) {
        return find(caller, name)
                .orElseThrow(() -> CommandFailure.argument(
                        noneExists("item", name, nearest(name, items.readable(caller).stream()))));
    }

    /** {@code No such job ‘x’ exists.}, and which name was perhaps meant. */
    private static String noneExists(String kind, String name, Optional<String> nearest) {
        return "No such " + kind + " ‘" + name + "’ exists."
                + nearest.map(near -> " Perhaps you meant ‘" + near + "’?").orElse("");
    }

    private Stream<? extends Item> jobs(Caller caller) {
        return items.readableJobs(caller).stream();
    }

    private static Optional<String> nearest(String name, Stream<? extends Item> candidates) {
        return Nearest.to(name, candidates.map(item -> item.path().fullName()));
    }
}
