package hobson.engine.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The output of one command on its way to the log, without its secrets.
 *
 * <p>The command writes to a file of its own, which only the server's user can read and which is gone with the command: so it needs no
 * server to go on. What is in that file is passed on while it grows. Where the log stood at the beginning is noted; masking gives the
 * same bytes again, so a server that goes on after a crash leaves out as many as are there already.
 */
final class MaskedOutput implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final int SHORTEST_PAUSE = 5;
    private static final int LONGEST_PAUSE = 100;

    private final Path file;
    private final Path start;
    private final LogFile log;
    private final Mask.Flow flow;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread copier;
    private long present;
    private boolean released;
    private @Nullable IOException failure;

    private MaskedOutput(Path file, Path start, LogFile log, Mask mask, String name) {
        this.file = file;
        this.start = start;
        this.log = log;
        this.flow = mask.new Flow(this::append);
        this.copier = Thread.ofVirtual().name("mask-" + name).unstarted(this::copy);
    }

    /** Begins to pass on, from where a crash interrupted it. */
    static MaskedOutput begin(Path folder, String name, LogFile log, Mask mask) throws IOException {
        var start = folder.resolve(name + ".start");
        var output = new MaskedOutput(folder.resolve(name + ".out"), start, log, mask, name);
        long size = log.size();
        if (Files.exists(start)) {
            output.present = Math.max(0, size - Long.parseLong(Files.readString(start)));
        } else {
            Files.writeString(start, Long.toString(size));
        }
        output.makeFile();
        output.copier.start();
        return output;
    }

    private void makeFile() throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), ownerOnly)
                .close();
    }

    /** Where the command is to write. */
    Path file() {
        return file;
    }

    private void copy() {
        try (var from = FileChannel.open(file)) {
            var bytes = ByteBuffer.allocate(CHUNK);
            int pause = SHORTEST_PAUSE;
            for (boolean over = false; !isReleased(); ) {
                int count = from.read(bytes.clear());
                if (count > 0) {
                    pass(bytes.array(), count);
                    pause = SHORTEST_PAUSE;
                } else if (over) {
                    break; // looked once more after the end
                } else {
                    over = ended.await(pause, TimeUnit.MILLISECONDS);
                    pause = Math.min(2 * pause, LONGEST_PAUSE);
                }
            }
            finish();
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void pass(byte[] bytes, int count) throws IOException {
        if (!released) {
            flow.write(bytes, count);
        }
    }

    private synchronized void finish() throws IOException {
        if (!released) {
            flow.end();
        }
    }

    private void append(byte[] bytes, int offset, int length) throws IOException {
        int known = (int) Math.min(present, length);
        present -= known;
        log.append(bytes, offset + known, length - known);
    }

    /** Passes nothing on any more: the next server does. */
    synchronized void release() {
        released = true;
        ended.countDown();
    }

    private synchronized boolean isReleased() {
        return released;
    }

    /** The command has ended: passes the rest on. */
    @Override
    public void close() throws IOException {
        ended.countDown();
        boolean interrupted = false;
        while (copier.isAlive()) {
            try {
                copier.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw failure;
        }
        if (!isReleased()) {
            Files.delete(file); // before the other one, so that nothing is passed on twice
            Files.delete(start);
        }
    }
}
