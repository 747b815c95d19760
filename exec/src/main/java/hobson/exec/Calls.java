package hobson.exec;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import hobson.exec.Libc.Function;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** A few calls of the C library by one thread, and the memory that they share: it is freed by {@link #close}. */
final class Calls implements AutoCloseable {
    static final int RETRY = 11;
    static final int READ_WRITE = 2;
    static final int CREATE = 0x40;
    static final int APPEND = 0x400;
    static final int CLOSE_ON_EXEC = 0x80000;

    private static final int LOCK_EXCLUSIVE_OR_FAIL = 2 | 4;
    private static final int SEEK_END = 2;
    private static final int DO_NOT_WAIT = 1;
    private static final int PIDFD_OPEN = 434; // has this number on every processor

    private final Libc libc;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment error = arena.allocate(Libc.ERROR);

    Calls(Libc libc) {
        this.libc = libc;
    }

    /** The error number of the last call that failed. */
    int error() {
        return error.get(JAVA_INT, 0);
    }

    MemorySegment allocate(long size) {
        return arena.allocate(size, 16);
    }

    MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    /** A null-terminated array of texts, as {@code argv} and {@code envp} are. */
    MemorySegment texts(List<String> texts) {
        var array = allocate((texts.size() + 1L) * 8);
        for (int i = 0; i < texts.size(); i++) {
            array.setAtIndex(JAVA_LONG, i, text(texts.get(i)).address());
        }
        return array;
    }

    MemorySegment bytes(byte[] bytes) {
        return arena.allocateFrom(JAVA_BYTE, bytes);
    }

    int call(Function function, long... arguments) {
        var six = java.util.Arrays.copyOf(arguments, 6);
        return (int) libc.call(function, error, six[0], six[1], six[2], six[3], six[4], six[5]);
    }

    /** Opens for appending, and makes it readable for the owner alone if it does not exist. @return a file number, or -1 */
    int openRecord(MemorySegment path) {
        return call(Function.OPEN, path.address(), READ_WRITE | CREATE | APPEND | CLOSE_ON_EXEC, 0600);
    }

    boolean isEmpty(int file) {
        return libc.call(Function.LSEEK, error, file, 0, SEEK_END, 0, 0, 0) == 0;
    }

    boolean lock(int file) {
        return call(Function.FLOCK, file, LOCK_EXCLUSIVE_OR_FAIL) == 0;
    }

    void close(int file) {
        call(Function.CLOSE, file);
    }

    /** @return a file number that is readable when the process has ended, or -1 */
    int openProcess(int pid) {
        return call(Function.SYSCALL, PIDFD_OPEN, pid, 0);
    }

    /** Takes the end of a child of ours from the system. @return as {@code wait} codes it, -1 if it has not ended or is no child */
    int reap(int pid) {
        var status = allocate(8);
        var reaped = call(Function.WAIT4, pid, status.address(), DO_NOT_WAIT, 0);
        return reaped == pid ? status.get(JAVA_INT, 0) : -1;
    }

    @Override
    public void close() {
        arena.close();
    }
}
