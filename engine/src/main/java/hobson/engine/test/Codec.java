package hobson.engine.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the parts of a report are written in its file. A text is its length in bytes, -1 for none, and its bytes. */
final class Codec {
    private static final int HAS_MORE = 0x80;

    private Codec() {}

    /** Tests with nothing to tell are many: one byte says which texts there are. */
    static void write(TestDetails details, DataOutputStream out) throws IOException {
        var texts = new @Nullable String[] {
            details.errorDetails(),
            details.errorStackTrace(),
            details.skippedMessage(),
            details.stdout(),
            details.stderr()
        };
        boolean more = !details.properties().isEmpty() || !details.reruns().isEmpty();
        int present = more ? HAS_MORE : 0;
        for (int i = 0; i < texts.length; i++) {
            present |= texts[i] == null ? 0 : 1 << i;
        }
        out.writeByte(present);
        for (var text : texts) {
            if (text != null) {
                text(text, out);
            }
        }
        if (more) {
            write(details.properties(), out);
            out.writeInt(details.reruns().size());
            for (var rerun : details.reruns()) {
                write(rerun, out);
            }
        }
    }

    static TestDetails details(DataInputStream in) throws IOException {
        int present = in.readUnsignedByte();
        var texts = new @Nullable String[5];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = (present & 1 << i) == 0 ? null : text(in);
        }
        boolean more = (present & HAS_MORE) != 0;
        return present == 0
                ? TestDetails.NONE
                : new TestDetails(
                        texts[0],
                        texts[1],
                        texts[2],
                        texts[3],
                        texts[4],
                        more ? properties(in) : Map.of(),
                        more ? reruns(in) : List.of());
    }

    private static void write(TestDetails.Rerun rerun, DataOutputStream out) throws IOException {
        out.writeBoolean(rerun.flaky());
        text(rerun.message(), out);
        text(rerun.type(), out);
        text(rerun.stackTrace(), out);
        text(rerun.stdout(), out);
        text(rerun.stderr(), out);
    }

    private static List<TestDetails.Rerun> reruns(DataInputStream in) throws IOException {
        var reruns = new ArrayList<TestDetails.Rerun>();
        for (int left = in.readInt(); left > 0; left--) {
            reruns.add(new TestDetails.Rerun(in.readBoolean(), text(in), text(in), text(in), text(in), text(in)));
        }
        return reruns;
    }

    static void write(SuiteTexts texts, DataOutputStream out) throws IOException {
        text(texts.stdout(), out);
        text(texts.stderr(), out);
        write(texts.properties(), out);
    }

    static SuiteTexts suiteTexts(DataInputStream in) throws IOException {
        return new SuiteTexts(text(in), text(in), properties(in));
    }

    private static void write(Map<String, String> properties, DataOutputStream out) throws IOException {
        out.writeInt(properties.size());
        for (var property : new TreeMap<>(properties).entrySet()) {
            text(property.getKey(), out);
            text(property.getValue(), out);
        }
    }

    private static Map<String, String> properties(DataInputStream in) throws IOException {
        var properties = new TreeMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            properties.put(string(in), string(in));
        }
        return properties;
    }

    static void text(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
        } else {
            var bytes = text.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), UTF_8);
    }

    /** A text that is always there. */
    static String string(DataInputStream in) throws IOException {
        var text = text(in);
        return text == null ? "" : text;
    }
}
