package hobson.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The physical limit of builds: {@code posix_spawn} of {@code sh -c true} and nothing else. One caller at a time. */
final class BareLaunches implements Load.Caller {
    private final Arena arena = Arena.ofAuto();
    private final MethodHandle spawn;
    private final MethodHandle wait;
    private final MemorySegment pid = arena.allocate(JAVA_INT);
    private final MemorySegment status = arena.allocate(JAVA_INT);
    private final MemorySegment program = arena.allocateFrom("/bin/sh");
    private final MemorySegment arguments = texts("sh", "-c", "true");
    private final MemorySegment environment = texts("PATH=/usr/bin:/bin");

    @SuppressWarnings("restricted") // native access is what this class is for
    BareLaunches() {
        var linker = Linker.nativeLinker();
        var library = linker.defaultLookup();
        spawn = linker.downcallHandle(
                library.findOrThrow("posix_spawn"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        wait = linker.downcallHandle(
                library.findOrThrow("waitpid"), FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    }

    private MemorySegment texts(String... texts) {
        var all = arena.allocate(ADDRESS, texts.length + 1L); // the last one is null
        for (int i = 0; i < texts.length; i++) {
            all.setAtIndex(ADDRESS, i, arena.allocateFrom(texts[i]));
        }
        return all;
    }

    /** Starts one process and waits for its end. */
    @Override
    public void call() throws IOException {
        int failure;
        int ended;
        try {
            failure = (int)
                    spawn.invokeExact(pid, program, MemorySegment.NULL, MemorySegment.NULL, arguments, environment);
            ended = failure == 0 ? (int) wait.invokeExact(pid.get(JAVA_INT, 0), status, 0) : -1;
        } catch (Throwable e) {
            throw new IllegalStateException("the C library could not be called", e);
        }
        if (failure != 0 || ended < 0 || status.get(JAVA_INT, 0) != 0) {
            throw new IOException("no process could be launched: error " + failure);
        }
    }
}
