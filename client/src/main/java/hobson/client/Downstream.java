package hobson.client;

import java.util.Collection;
import java.util.stream.Collectors;

/** Which jobs a job starts, in its document (queue-and-scheduling.md §13). */
final class Downstream {
    private static final String TRIGGER = "hudson.tasks.BuildTrigger";

    private Downstream() {}

    /** From the top of the server, wherever the job is. */
    static String names(Collection<ItemPath> jobs) {
        return jobs.stream().map(job -> "/" + job).collect(Collectors.joining(", "));
    }

    static String trigger(Collection<ItemPath> jobs, Result threshold) {
        return Element.around(TRIGGER, Element.of("childProjects", names(jobs)) + threshold(threshold));
    }

    static String threshold(Result result) {
        return Element.around(
                "threshold",
                Element.of("name", result)
                        + Element.of("ordinal", ordinal(result))
                        + Element.of("color", color(result))
                        + Element.of("completeBuild", true));
    }

    private static int ordinal(Result result) {
        return switch (result) {
            case SUCCESS -> 0;
            case UNSTABLE -> 1;
            case FAILURE -> 2;
            case NOT_BUILT -> 3;
            case ABORTED -> 4;
        };
    }

    private static String color(Result result) {
        return switch (result) {
            case SUCCESS -> "BLUE";
            case UNSTABLE -> "YELLOW";
            case FAILURE -> "RED";
            case NOT_BUILT -> "NOTBUILT";
            case ABORTED -> "ABORTED";
        };
    }

    /** The document with these jobs instead of those that it started. Everything else stays as it is, to the byte. */
    static String in(String document, Collection<ItemPath> jobs, Result threshold) {
        var xml = new XmlDocument(document);
        var added = jobs.isEmpty() ? "" : trigger(jobs, threshold);
        return xml.replace("publishers", TRIGGER, added);
    }
}
