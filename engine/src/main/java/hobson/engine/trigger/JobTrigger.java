package hobson.engine.trigger;

import hobson.engine.build.Result;
import java.util.List;

/** What a job's definition says of when it is built without being asked ({@code queue-and-scheduling.md §15.1}). */
public sealed interface JobTrigger {
    /** @param schedule as it is written; what is no schedule never comes */
    record Timer(String schedule) implements JobTrigger {}

    /**
     * Looks whether the sources have changed.
     *
     * @param schedule when, as it is written; blank when only notices are to make it look
     * @param ignoresNotices notices of new commits do not make it look
     */
    record Polling(String schedule, boolean ignoresNotices) implements JobTrigger {}

    /**
     * Builds of other jobs.
     *
     * @param upstream names of those jobs, as they are written
     * @param threshold the worst result that still counts
     */
    record AfterBuilds(List<String> upstream, Result threshold) implements JobTrigger {
        public AfterBuilds {
            upstream = List.copyOf(upstream);
        }
    }

    /**
     * Calls of the generic address for webhooks.
     *
     * @param token only calls that bring it count; empty for any call
     * @param causeText what the build says of its cause, with {@code $variables}; empty for the usual words
     * @param filterText with {@code $variables}
     * @param filterExpression regular expression that has to be found in the text; empty for no filter
     */
    record Webhook(String token, String causeText, List<Variable> variables, String filterText, String filterExpression)
            implements JobTrigger {
        public Webhook {
            variables = List.copyOf(variables);
        }
    }

    /**
     * A value that a webhook's call is searched for.
     *
     * @param name of the value; that of the parameter which gets it
     * @param place what of the call it is taken from
     * @param expression where it is there: a JSONPath, an XPath, or the name of the header or of the query's parameter
     * @param removed regular expression; what it matches is removed from the value
     */
    record Variable(String name, Place place, String expression, String removed, String otherwise) {}

    /** Parts of a call. */
    enum Place {
        JSON,
        XML,
        HEADER,
        QUERY
    }
}
