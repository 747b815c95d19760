package hobson.engine.item;

import java.util.List;

/**
 * What a job's definition says of what starts it and what it starts: as much of it as somebody wants to know of all jobs at once,
 * so that no document has to be read for it.
 *
 * @param downstream names of the jobs that its builds trigger, as they are written
 * @param upstream names of the jobs whose builds trigger it
 * @param timers the schedules by which it is built
 * @param polls the schedules by which its sources are looked at
 * @param repositories where its sources are, in the form in which notices of new commits are compared with them
 * @param webhook it heeds calls of the generic address for webhooks
 */
public record Wiring(
        List<String> downstream,
        List<String> upstream,
        List<String> timers,
        List<String> polls,
        List<String> repositories,
        boolean webhook) {
    public static final Wiring NONE = new Wiring(List.of(), List.of(), List.of(), List.of(), List.of(), false);

    public Wiring {
        downstream = List.copyOf(downstream);
        upstream = List.copyOf(upstream);
        timers = List.copyOf(timers);
        polls = List.copyOf(polls);
        repositories = List.copyOf(repositories);
    }

    public static Wiring triggering(String... downstream) {
        return new Wiring(List.of(downstream), List.of(), List.of(), List.of(), List.of(), false);
    }
}
