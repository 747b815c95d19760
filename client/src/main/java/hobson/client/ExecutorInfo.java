package hobson.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A slot of a node in which something is built, or could be.
 *
 * @param number from 0; -1 for one that exists for a single build alone
 * @param isLikelyStuck whether it takes much longer than it should
 * @param progress in percent, at most 99; nothing when it is idle or nobody knows
 * @param job what is built, if the caller may know
 * @param buildNumber which of its builds
 */
public record ExecutorInfo(
        int number,
        boolean isIdle,
        boolean isLikelyStuck,
        OptionalInt progress,
        Optional<ItemPath> job,
        OptionalInt buildNumber) {

    static final String TREE = "number,idle,likelyStuck,progress,currentExecutable[number,url]";

    static ExecutorInfo of(Json executor) {
        var executable = executor.get("currentExecutable");
        int progress = (int) executor.number("progress", -1);
        return new ExecutorInfo(
                (int) executor.number("number", -1),
                executor.is("idle"),
                executor.is("likelyStuck"),
                progress < 0 ? OptionalInt.empty() : OptionalInt.of(progress),
                executable.get("url").asText().map(Addresses::item),
                executable.get("number").asInt());
    }

    /** All that build something. */
    static List<ExecutorInfo> busy(Json node) {
        return Stream.concat(node.each("executors"), node.each("oneOffExecutors"))
                .map(ExecutorInfo::of)
                .filter(executor -> !executor.isIdle())
                .toList();
    }
}
