package hobson.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes JSON, and Python's literals, which differ in three words (remote-api.md §2.5, §2.6, §5). */
final class LiteralSink extends Sink {
    private final Bytes out;
    private final Words words;
    private final boolean pretty;
    private boolean comma;
    private int depth;

    LiteralSink(Bytes out, Words words, boolean pretty) {
        this.out = out;
        this.words = words;
        this.pretty = pretty;
    }

    /** The words for nothing, yes and no. */
    static final class Words {
        static final Words JSON = new Words("null", "true", "false");
        static final Words PYTHON = new Words("None", "True", "False");

        private final byte[] nothing;
        private final byte[] yes;
        private final byte[] no;

        private Words(String nothing, String yes, String no) {
            this.nothing = nothing.getBytes(US_ASCII);
            this.yes = yes.getBytes(US_ASCII);
            this.no = no.getBytes(US_ASCII);
        }
    }

    @Override
    void name(Name name) {
        if (pretty) {
            separate();
            out.add(name.prettyMember);
        } else {
            out.add(name.member, comma ? 0 : 1);
        }
        comma = false;
    }

    @Override
    void nothing() {
        word(words.nothing);
    }

    @Override
    void text(String value) {
        separate();
        Text.quoted(value, out);
        comma = true;
    }

    @Override
    void bare(String value) {
        separate();
        Text.plain(value, out);
        comma = true;
    }

    @Override
    void integer(long value) {
        separate();
        Text.integer(value, out);
        comma = true;
    }

    @Override
    void bool(boolean value) {
        word(value ? words.yes : words.no);
    }

    @Override
    void beginObject(@Nullable TypeName type) {
        open('{');
        if (type == null) return;
        if (pretty) out.add(type.prettyMember);
        else out.add(type.member, 1);
        comma = true;
    }

    @Override
    void endObject() {
        close('}');
    }

    @Override
    void beginArray() {
        open('[');
    }

    @Override
    void endArray() {
        close(']');
    }

    @Override
    void mark() {
        out.mark(comma ? ~depth : depth);
    }

    @Override
    void keep() {
        out.keep();
    }

    @Override
    void drop() {
        int state = out.drop();
        comma = state < 0;
        depth = comma ? ~state : state;
    }

    private void word(byte[] word) {
        separate();
        out.add(word);
        comma = true;
    }

    private void open(char bracket) {
        separate();
        out.add(bracket);
        comma = false;
        depth++;
        if (pretty) newLine();
    }

    private void close(char bracket) {
        depth--;
        if (pretty) newLine();
        out.add(bracket);
        comma = true;
    }

    private void separate() {
        if (!comma) return;
        out.add(',');
        if (pretty) newLine();
    }

    private void newLine() {
        int blanks = 2 * depth;
        out.room(1 + blanks);
        out.data[out.size] = '\n';
        Arrays.fill(out.data, out.size + 1, out.size + 1 + blanks, (byte) ' ');
        out.size += 1 + blanks;
    }
}
