package hobson.engine.test;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A test in the report of a build. Holds on to the piece of the file it was read from: not to be collected. For one thread. */
public final class TestCase {
    private static final TestStatus[] STATUS = TestStatus.values();

    private final TestSuite suite;
    private final long position;
    private final String className;
    private final String name;
    private final TestStatus status;
    private final int failedSince;
    private final float duration;
    private final DataInputStream rest;
    private @Nullable TestDetails details;

    private TestCase(TestSuite suite, long position, DataInputStream in) throws IOException {
        this.suite = suite;
        this.position = position;
        this.className = Codec.string(in);
        this.name = Codec.string(in);
        this.status = STATUS[in.readUnsignedByte()];
        this.failedSince = in.readInt();
        this.duration = in.readFloat();
        this.rest = in;
    }

    static TestCase read(TestSuite suite, long position, DataInputStream in) throws IOException {
        return new TestCase(suite, position, in);
    }

    @SuppressWarnings("EnumOrdinal") // new constants come last
    static void write(TestOutcome outcome, TestStatus status, int failedSince, DataOutputStream out)
            throws IOException {
        Codec.text(outcome.className(), out);
        Codec.text(outcome.name(), out);
        out.writeByte(status.ordinal());
        out.writeInt(failedSince);
        out.writeFloat(outcome.duration());
        Codec.write(outcome.details(), out);
    }

    public TestSuite suite() {
        return suite;
    }

    /** Where {@link TestSuite#at} finds it again. */
    public long position() {
        return position;
    }

    /** With its package. */
    public String className() {
        return className;
    }

    public String name() {
        return name;
    }

    public TestStatus status() {
        return status;
    }

    /** The number of the build since which it has failed in every one; 0 when it does not fail. */
    public int failedSince() {
        return failedSince;
    }

    /** Seconds. */
    public float duration() {
        return duration;
    }

    public TestDetails details() {
        var known = details;
        if (known == null) {
            try {
                known = Codec.details(rest);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            details = known;
        }
        return known;
    }
}
