package hobson.exec;

import hobson.engine.run.Launcher.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the file of a command. */
final class Program {
    private static final String USUAL = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    private Program() {}

    /**
     * A name with a slash is a path from the working directory; another is looked up in the order's own {@code PATH}, so that the
     * error is known before anything starts.
     */
    static String find(Order order) throws IOException {
        if (order.command().isEmpty()) throw new IOException("There is no command to run.");
        var name = order.command().getFirst();
        try {
            if (name.indexOf('/') >= 0)
                return required(order.workingDirectory().toAbsolutePath().resolve(name), name);
            return onPath(order, name);
        } catch (InvalidPathException _) {
            throw new IOException("Cannot run \"" + name + "\": that is no file name.");
        }
    }

    private static String required(Path file, String name) throws IOException {
        if (runs(file)) return file.toString();
        var why = Files.exists(file) ? "is not an executable file" : "does not exist";
        throw new IOException("Cannot run \"" + name + "\": " + file + " " + why + ".");
    }

    private static String onPath(Order order, String name) throws IOException {
        var path = order.environment().getOrDefault("PATH", USUAL);
        for (var folder : path.split(":", -1)) {
            var file = order.workingDirectory().toAbsolutePath().resolve(folder).resolve(name);
            if (!name.isEmpty() && runs(file)) return file.toString();
        }
        throw new IOException("Cannot run \"" + name + "\": it is in no folder of PATH, which is " + path + ".");
    }

    private static boolean runs(Path file) {
        return Files.isExecutable(file) && !Files.isDirectory(file);
    }
}
