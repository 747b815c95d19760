package hobson.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request, below the context path, as remote-api.md §7.1 reads it: repeated slashes collapse, plain {@code .} and
 * {@code ..} are resolved, {@code \} splits like {@code /}, and only then is each token percent-decoded as UTF-8, so that
 * {@code %2F} is a slash inside a name and {@code +} a plus.
 *
 * @param canonical the whole path including the context path, still encoded, without anything that was resolved
 * @param tokens decoded; none is empty, {@code .} or {@code ..}, but one may contain {@code /} or {@code \}: never make a file
 *     name of it without looking
 * @param slashed whether the path ends in a slash
 */
public record RequestPath(String canonical, List<String> tokens, boolean slashed) {
    static final RequestPath ROOT = new RequestPath("/", List.of(), true);

    public RequestPath {
        tokens = List.copyOf(tokens);
    }

    /**
     * Reads the path of a request line, context path included.
     *
     * @throws Problem 400 for a semicolon, a broken escape, an encoded dot segment, or a path that climbs above the root
     */
    static RequestPath parse(String raw) {
        if (raw.indexOf(';') >= 0) throw Problem.badRequest("Semicolons are not allowed in the request URI");
        if (!raw.startsWith("/")) throw Problem.badRequest("The path of a request starts with a slash");
        var segments = new Segments(raw);
        return new RequestPath(segments.canonical(), segments.decoded(), segments.slashed);
    }

    /** Without the first {@code count} tokens: the context path. */
    RequestPath below(int count) {
        return count == 0 ? this : new RequestPath(canonical, tokens.subList(count, tokens.size()), slashed);
    }

    /** The path between the slashes, before decoding. */
    private static final class Segments {
        private final String raw;
        private final List<String> encoded = new ArrayList<>(8);
        private boolean slashed = true;
        private boolean asReceived = true;

        Segments(String raw) {
            this.raw = raw;
            int start = 1;
            for (int i = 1; i <= raw.length(); i++) {
                char c = i < raw.length() ? raw.charAt(i) : '/';
                if (c == '\\') asReceived = false;
                if (c != '/' && c != '\\') continue;
                add(start, i);
                start = i + 1;
            }
        }

        private void add(int start, int end) {
            int length = end - start;
            slashed = length == 0;
            if (length == 0) {
                asReceived &= end == raw.length();
            } else if (length == 2 && raw.startsWith("..", start)) {
                climb();
            } else if (length == 1 && raw.charAt(start) == '.') {
                slashed = true;
                asReceived = false;
            } else {
                encoded.add(raw.substring(start, end));
            }
        }

        private void climb() {
            if (encoded.isEmpty()) throw Problem.badRequest("The path climbs above the root");
            encoded.removeLast();
            slashed = true;
            asReceived = false;
        }

        String canonical() {
            if (asReceived) return raw;
            if (encoded.isEmpty()) return "/";
            return "/" + String.join("/", encoded) + (slashed ? "/" : "");
        }

        List<String> decoded() {
            for (int i = 0; i < encoded.size(); i++) {
                if (encoded.get(i).indexOf('%') >= 0) encoded.set(i, decode(encoded.get(i)));
            }
            return encoded;
        }

        private static String decode(String token) {
            var name = PathText.decode(token);
            if (name.equals(".") || name.equals("..")) throw Problem.badRequest("A path must not contain encoded dots");
            if (name.indexOf('\0') >= 0) throw Problem.badRequest("A path must not contain a null character");
            return name;
        }
    }
}
