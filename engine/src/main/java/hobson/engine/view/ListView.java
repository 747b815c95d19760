package hobson.engine.view;

import hobson.engine.BoundedMatch;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A view that lists jobs by name, by a pattern, and by whether they are enabled. Immutable.
 *
 * @param jobNames full names, in any order; names of jobs that do not exist are kept and show nothing
 * @param includePattern jobs whose whole name matches are shown too; null for none
 * @param enabled only enabled ({@code true}) or only disabled jobs; null for both
 */
public record ListView(
        String name,
        @Nullable String description,
        List<String> jobNames,
        @Nullable String includePattern,
        @Nullable Boolean enabled) {
    private static final int LONGEST_PATTERN = 1_000;

    public ListView {
        jobNames = List.copyOf(jobNames);
    }

    public ListView named(String name) {
        return new ListView(name, description, jobNames, includePattern, enabled);
    }

    ListView with(String jobName) {
        if (names(jobName)) {
            return this;
        }
        var more = new java.util.ArrayList<>(jobNames);
        more.add(jobName);
        return new ListView(name, description, more, includePattern, enabled);
    }

    ListView without(String jobName) {
        var fewer = jobNames.stream().filter(listed -> !isSame(listed, jobName)).toList();
        return new ListView(name, description, fewer, includePattern, enabled);
    }

    ListView renamed(ItemPath from, ItemPath to) {
        var names = jobNames.stream()
                .map(listed -> isSame(listed, from.fullName()) ? to.fullName() : listed)
                .toList();
        return new ListView(name, description, names, includePattern, enabled);
    }

    boolean names(String jobName) {
        return jobNames.stream().anyMatch(listed -> isSame(listed, jobName));
    }

    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    /** The view as a condition on jobs, ready to be asked often. */
    Selection selection() {
        return new Selection(
                jobNames.stream()
                        .map(listed -> listed.toLowerCase(Locale.ROOT))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet()),
                compiled(includePattern),
                enabled);
    }

    /** Null for a pattern that is none: the view then shows its named jobs only. */
    private static @Nullable Pattern compiled(@Nullable String pattern) {
        if (pattern == null || pattern.isBlank() || pattern.length() > LONGEST_PATTERN) {
            return null;
        }
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            return null;
        }
    }

    /** See {@link ListView#selection}. */
    record Selection(
            java.util.Set<String> keys,
            @Nullable Pattern pattern,
            @Nullable Boolean enabled) {
        boolean shows(Item job) {
            boolean listed = keys.contains(job.path().key())
                    || (pattern != null
                            && BoundedMatch.matches(pattern, job.path().fullName()));
            return listed && (enabled == null || enabled == !job.disabled());
        }
    }
}
