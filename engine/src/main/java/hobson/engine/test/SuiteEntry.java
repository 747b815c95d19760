package hobson.engine.test;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the tests of one suite are in the file. Reports that are spread over several files have several runs of them. */
final class SuiteEntry {
    static final long NO_TEXTS = -1;

    final String name;
    final @Nullable String id;
    final @Nullable String timestamp;

    /** Whether the report says how long the suite took, rather than its tests. */
    boolean timed;

    float duration;
    long texts = NO_TEXTS;
    final List<Run> runs = new ArrayList<>(1);

    SuiteEntry(String name, @Nullable String id, @Nullable String timestamp) {
        this.name = name;
        this.id = id;
        this.timestamp = timestamp;
    }

    /** Tests that follow each other. */
    record Run(long start, int count) {}

    /** A suite that another file goes on with; one that has no id is taken for the other one of its name. */
    boolean isSame(SuiteEntry other) {
        return name.equals(other.name) && (id == null || other.id == null || id.equals(other.id));
    }

    void merge(SuiteEntry more, float durationOfCases) {
        duration += timed ? more.duration : durationOfCases;
        runs.addAll(more.runs);
    }

    int size() {
        int size = 0;
        for (var run : runs) {
            size += run.count();
        }
        return size;
    }

    void write(DataOutputStream out) throws IOException {
        Codec.text(name, out);
        Codec.text(id, out);
        Codec.text(timestamp, out);
        out.writeBoolean(timed);
        out.writeFloat(duration);
        out.writeLong(texts);
        out.writeInt(runs.size());
        for (var run : runs) {
            out.writeLong(run.start());
            out.writeInt(run.count());
        }
    }

    static SuiteEntry read(DataInputStream in) throws IOException {
        var entry = new SuiteEntry(Codec.string(in), Codec.text(in), Codec.text(in));
        entry.timed = in.readBoolean();
        entry.duration = in.readFloat();
        entry.texts = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            entry.runs.add(new Run(in.readLong(), in.readInt()));
        }
        return entry;
    }
}
