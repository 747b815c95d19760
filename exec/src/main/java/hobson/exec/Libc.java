package hobson.exec;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The functions of the C library that {@link SpawningHost} needs. Immutable.
 *
 * <p>All are called through one shape, six longs in and one out: the shape is what costs when a handle is made (its code is
 * generated), and on the processors that {@link SpawningHost} knows an {@code int} travels as the lower half of a long. That is why
 * results must be narrowed by the caller. Variadic functions are called alike there.
 */
final class Libc {
    enum Function {
        OPEN("open"),
        LSEEK("lseek"),
        FLOCK("flock"),
        CLOSE("close"),
        KILL("kill"),
        WAIT4("wait4"),
        SYSCALL("syscall"),
        MEMFD_CREATE("memfd_create"),
        WRITE("write"),
        EVENTFD("eventfd"),
        EPOLL_CREATE("epoll_create1"),
        EPOLL_CTL("epoll_ctl"),
        EPOLL_WAIT("epoll_wait"),
        SIGFILLSET("sigfillset"),
        SPAWN("posix_spawn"),
        ATTRIBUTES_INIT("posix_spawnattr_init"),
        ATTRIBUTES_FLAGS("posix_spawnattr_setflags"),
        ATTRIBUTES_MASK("posix_spawnattr_setsigmask"),
        ATTRIBUTES_DEFAULT("posix_spawnattr_setsigdefault"),
        ACTIONS_INIT("posix_spawn_file_actions_init"),
        ACTIONS_OPEN("posix_spawn_file_actions_addopen"),
        ACTIONS_DUP("posix_spawn_file_actions_adddup2"),
        ACTIONS_CLOSE_FROM("posix_spawn_file_actions_addclosefrom_np"),
        ACTIONS_DIRECTORY("posix_spawn_file_actions_addchdir_np"),
        ACTIONS_DESTROY("posix_spawn_file_actions_destroy");

        private final String symbol;

        Function(String symbol) {
            this.symbol = symbol;
        }
    }

    /** Where a call leaves the error number. */
    static final MemoryLayout ERROR = Linker.Option.captureStateLayout();

    private static final FunctionDescriptor SHAPE =
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private final Map<Function, MethodHandle> handles;

    private Libc(Map<Function, MethodHandle> handles) {
        this.handles = handles;
    }

    /** Empty where one of the functions is missing: glibc has all of them since 2.34, musl has no closefrom. */
    @SuppressWarnings("restricted") // native access is what this class is for
    static Optional<Libc> find() {
        var linker = Linker.nativeLinker();
        var library = linker.defaultLookup();
        var handles = new EnumMap<Function, MethodHandle>(Function.class);
        for (var function : Function.values()) {
            var address = library.find(function.symbol);
            if (address.isEmpty()) return Optional.empty();
            handles.put(function, linker.downcallHandle(address.get(), SHAPE, Linker.Option.captureCallState("errno")));
        }
        return Optional.of(new Libc(handles));
    }

    /** The memory behind the addresses must stay allocated during the call. */
    long call(Function function, MemorySegment error, long a, long b, long c, long d, long e, long f) {
        var handle = handles.get(function);
        if (handle == null) throw new IllegalStateException(function.symbol);
        try {
            return (long) handle.invokeExact(error, a, b, c, d, e, f);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) { // a C function throws nothing
            throw new IllegalStateException(impossible);
        }
    }
}
