package hobson.export;

import hobson.export.LiteralSink.Words;
import org.jspecify.annotations.Nullable;

/**
 * JSON, JSONP or Python.
 *
 * @param callback what stands before the bracket, copied as it is (remote-api.md §1.4)
 */
record LiteralForm(
        String contentType,
        Words words,
        boolean pretty,
        @Nullable String callback) implements Form {

    static LiteralForm json(boolean pretty) {
        return new LiteralForm("application/json;charset=utf-8", Words.JSON, pretty, null);
    }

    static LiteralForm jsonp(String callback, boolean pretty) {
        return new LiteralForm("text/javascript;charset=UTF-8", Words.JSON, pretty, callback);
    }

    static LiteralForm python(boolean pretty) {
        return new LiteralForm("text/x-python;charset=UTF-8", Words.PYTHON, pretty, null);
    }

    @Override
    public Sink sink(Bytes out) {
        return new LiteralSink(out, words, pretty);
    }

    @Override
    public void begin(Bytes out) {
        if (callback == null) return;
        Text.plain(callback, out);
        out.add('(');
    }

    @Override
    public void end(Bytes out) {
        if (callback != null) out.add(')');
    }
}
