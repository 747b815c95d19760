package hobson.exec;

import hobson.engine.run.Launcher.Order;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** Says in words why a process could not be started; the system gives one number for many reasons. */
final class Failure {
    private static final Set<Integer> SUPERVISOR_UNFIT = Set.of(1, 2, 8, 13);
    private static final int NO_ENTRY = 2;
    static final int TOO_BIG = 7;

    private Failure() {}

    static String meaning(int error) {
        return switch (error) {
            case 1 -> "not permitted";
            case NO_ENTRY -> "no such file or folder";
            case TOO_BIG -> "arguments and environment are too large";
            case 8 -> "not an executable of this processor";
            case 11 -> "the limit of processes is reached";
            case 12 -> "out of memory";
            case 13 -> "permission denied";
            case 20 -> "not a folder";
            case 23, 24 -> "too many open files";
            case 28 -> "no space left";
            case 30 -> "read-only file system";
            default -> "error " + error;
        };
    }

    /** Whether it is the supervisor that may not be run; the order is in order and nothing is used up. */
    static boolean isOfSupervisor(int error, Order order) {
        return SUPERVISOR_UNFIT.contains(error) && Files.isDirectory(order.workingDirectory()) && loggable(order);
    }

    static IOException of(int error, Order order) {
        var directory = order.workingDirectory();
        if (!Files.isDirectory(directory)) {
            var why = Files.exists(directory) ? "is not a folder" : "does not exist";
            return new IOException("Cannot run a command in " + directory + ": it " + why + ".");
        }
        if (!loggable(order)) return new IOException("Cannot append to " + order.log() + ".");
        if (error == TOO_BIG) return tooBig(order);
        return new IOException(
                "Cannot run \"" + order.command().getFirst() + "\" in " + directory + ": " + meaning(error) + ".");
    }

    private static boolean loggable(Order order) {
        var log = order.log();
        return Files.exists(log)
                ? Files.isWritable(log) && !Files.isDirectory(log)
                : Files.isWritable(log.resolveSibling(""));
    }

    private static IOException tooBig(Order order) {
        var variables = order.environment();
        var total = variables.entrySet().stream().mapToLong(Failure::size).sum();
        var largest = variables.entrySet().stream()
                .max(Comparator.comparingLong(Failure::size))
                .map(variable ->
                        "; the largest variable is " + variable.getKey() + " with " + size(variable) + " bytes")
                .orElse("");
        return new IOException("Cannot run \"" + order.command().getFirst() + "\": arguments and environment (" + total
                + " bytes in " + variables.size() + " variables" + largest + ") are larger than this system allows.");
    }

    private static long size(Map.Entry<String, String> variable) {
        return variable.getKey().length() + 2L + variable.getValue().getBytes(StandardCharsets.UTF_8).length;
    }
}
