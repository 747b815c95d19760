package hobson.client;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list of jobs shall show. Immutable: each setter returns another. */
public final class ListViewOptions {
    private static final List<String> COLUMNS = List.of(
            "StatusColumn",
            "WeatherColumn",
            "JobColumn",
            "LastSuccessColumn",
            "LastFailureColumn",
            "LastDurationColumn",
            "BuildButtonColumn");

    private final List<String> jobs;
    private final @Nullable String expression;
    private final @Nullable String description;
    private final @Nullable Boolean enabled;
    private final boolean recursive;
    private final boolean relevantOnly;

    private ListViewOptions(
            List<String> jobs,
            @Nullable String expression,
            @Nullable String description,
            @Nullable Boolean enabled,
            boolean recursive,
            boolean relevantOnly) {
        this.jobs = jobs;
        this.expression = expression;
        this.description = description;
        this.enabled = enabled;
        this.recursive = recursive;
        this.relevantOnly = relevantOnly;
    }

    /** These jobs, by name; in a view that looks into folders, by their path from the view's folder. */
    public static ListViewOptions jobs(String... names) {
        return new ListViewOptions(List.of(names), null, null, null, false, false);
    }

    /** And those whose whole name matches this regular expression. */
    public ListViewOptions matching(String regularExpression) {
        return new ListViewOptions(jobs, regularExpression, description, enabled, recursive, relevantOnly);
    }

    public ListViewOptions description(String text) {
        return new ListViewOptions(jobs, expression, text, enabled, recursive, relevantOnly);
    }

    /** Of them, only those that are enabled, or only those that are not. */
    public ListViewOptions enabled(boolean wanted) {
        return new ListViewOptions(jobs, expression, description, wanted, recursive, relevantOnly);
    }

    /** Looks into folders, too. */
    public ListViewOptions recursive() {
        return new ListViewOptions(jobs, expression, description, enabled, true, relevantOnly);
    }

    /** Shows beside it only what of the queue and the executors concerns its jobs. */
    public ListViewOptions relevantOnly() {
        return new ListViewOptions(jobs, expression, description, enabled, recursive, true);
    }

    String document(String name) {
        var xml = new ArrayList<String>();
        xml.add("<?xml version=\"1.1\" encoding=\"UTF-8\"?>");
        xml.add("<hudson.model.ListView>");
        xml.add(Element.of("name", name));
        if (description != null) {
            xml.add(Element.of("description", description));
        }
        xml.add(Element.of("filterExecutors", relevantOnly));
        xml.add(Element.of("filterQueue", relevantOnly));
        xml.add("<properties class=\"hudson.model.View$PropertyList\"/>");
        xml.add("<jobNames><comparator class=\"java.lang.String$CaseInsensitiveComparator\"/>");
        jobs.forEach(job -> xml.add(Element.of("string", job)));
        xml.add("</jobNames><jobFilters/><columns>");
        COLUMNS.forEach(column -> xml.add("<hudson.views." + column + "/>"));
        xml.add("</columns>");
        if (expression != null) {
            xml.add(Element.of("includeRegex", expression));
        }
        xml.add(Element.of("recurse", recursive));
        if (enabled != null) {
            xml.add(Element.of("statusFilter", enabled));
        }
        xml.add("</hudson.model.ListView>");
        return String.join("\n", xml);
    }
}
