package hobson.http;

import static java.lang.System.Logger.Level.WARNING;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An uploaded file: in memory while it is small, then in a file of its own that only we can read and that {@link #close} deletes. */
final class ReceivedFile extends OutputStream implements Upload {
    private static final System.Logger log = System.getLogger(ReceivedFile.class.getName());

    private final String name;
    private final String fileName;
    private final String contentType;
    private final Path directory;
    private final int inMemory;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable Path file;
    private @Nullable OutputStream toFile;
    private long size;

    ReceivedFile(String name, String fileName, String contentType, HttpSettings settings) {
        this.name = name;
        this.fileName = fileName;
        this.contentType = contentType;
        this.directory = settings.uploads();
        this.inMemory = settings.limits().inMemoryBytes();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        var spilled = toFile;
        if (spilled == null && size > inMemory) spilled = spill();
        if (spilled == null) memory.write(bytes, offset, length);
        else spilled.write(bytes, offset, length);
    }

    boolean isInMemory() {
        return toFile == null;
    }

    private OutputStream spill() throws IOException {
        var path = Files.createTempFile(directory, "upload-", ""); // the JDK gives it mode 0600 and a random name
        file = path;
        var out = Files.newOutputStream(path);
        toFile = out;
        memory.writeTo(out);
        memory = new ByteArrayOutputStream(0);
        return out;
    }

    /** All of it was received. */
    void complete() throws IOException {
        if (toFile != null) toFile.close();
    }

    @Override
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
    }

    @Override
    public void close() {
        try {
            if (toFile != null) toFile.close();
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException e) {
            log.log(WARNING, "The uploaded file " + file + " stays behind; delete it by hand", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fileName() {
        return fileName;
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public long size() {
        return size;
    }
}
