package hobson.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * Takes the parts of one multipart form: fields into memory, files to {@link ReceivedFile}. The parser swallows what its listener
 * throws, so the first failure is kept here and {@link #rethrow} brings it to the surface.
 */
final class PartCollector extends MultiPart.AbstractPartsListener {
    private final HttpSettings settings;
    private final boolean takesFiles;
    private final BodyMemory.Share memory;
    private final Parameters.Collector fields;
    private final List<ReceivedFile> files = new ArrayList<>();
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private @Nullable ReceivedFile file;
    private @Nullable RuntimeException failure;
    private String contentType = "";
    private long fieldBytes;
    private int parts;

    PartCollector(HttpSettings settings, boolean takesFiles, BodyMemory.Share memory, Parameters.Collector fields) {
        this.settings = settings;
        this.takesFiles = takesFiles;
        this.memory = memory;
        this.fields = fields;
    }

    @Override
    public void onPartBegin() {
        int most = settings.limits().parts();
        if (++parts > most) fail(Problem.tooLarge("A multipart form may have at most " + most + " parts"));
        field.reset();
        file = null;
        contentType = "";
    }

    @Override
    public void onPartHeader(String name, String value) {
        super.onPartHeader(name, value);
        if (HttpHeader.CONTENT_TYPE.is(name)) contentType = value;
    }

    @Override
    public void onPartHeaders() {
        if (failure != null || getFileName() == null) return;
        file = new ReceivedFile(Objects.requireNonNullElse(getName(), ""), getFileName(), contentType, settings);
        files.add(file);
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        if (failure != null || !chunk.hasRemaining()) return;
        var bytes = chunk.getByteBuffer(); // on an array, because Multipart and the parser itself make them so
        int offset = bytes.arrayOffset() + bytes.position();
        try {
            if (file == null || !takesFiles) count(bytes.remaining());
            if (file == null || file.isInMemory()) memory.take(bytes.remaining());
            if (file != null) file.write(bytes.array(), offset, bytes.remaining());
            else field.write(bytes.array(), offset, bytes.remaining());
        } catch (IOException e) {
            fail(new UncheckedIOException("An uploaded file could not be kept in " + settings.uploads(), e));
        } catch (Problem e) {
            fail(e);
        }
    }

    private void count(int length) {
        int most = settings.limits().formBytes();
        fieldBytes += length;
        if (fieldBytes > most)
            throw Problem.tooLarge("The fields of a form may have at most " + most + " bytes together"
                    + (takesFiles ? "" : ", its files included: this address takes no large ones"));
    }

    @Override
    public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
        if (failure != null) return;
        try {
            if (file != null) file.complete();
            else if (name != null)
                fields.add(name, field.toString(MediaType.charset(contentType).orElse(UTF_8)));
        } catch (IOException e) {
            fail(new UncheckedIOException("An uploaded file could not be kept in " + settings.uploads(), e));
        } catch (Problem e) {
            fail(e);
        }
    }

    @Override
    public void onFailure(Throwable cause) {
        fail(Problem.badRequest("The multipart form is malformed"));
    }

    private void fail(RuntimeException cause) {
        if (failure == null) failure = cause;
    }

    void rethrow() {
        if (failure != null) throw failure;
    }

    List<ReceivedFile> files() {
        return List.copyOf(files);
    }

    void discard() {
        files.forEach(ReceivedFile::close);
    }
}
