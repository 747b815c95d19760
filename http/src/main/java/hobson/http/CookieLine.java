package hobson.http;

import java.util.List;

/** The {@code Cookie} headers of a request: {@code name=value; name=value}, values perhaps in quotes. */
final class CookieLine {
    private static final int MOST = 200;

    private CookieLine() {}

    static Parameters parse(List<String> lines) {
        if (lines.isEmpty()) return Parameters.NONE;
        var collector = new Parameters.Collector(MOST);
        for (var line : lines) {
            int start = 0;
            while (start < line.length()) {
                int end = line.indexOf(';', start);
                if (end < 0) end = line.length();
                pair(line.substring(start, end).strip(), collector);
                start = end + 1;
            }
        }
        return collector.collected();
    }

    private static void pair(String pair, Parameters.Collector into) {
        int equals = pair.indexOf('=');
        if (equals <= 0) return;
        var value = pair.substring(equals + 1).strip();
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        into.add(pair.substring(0, equals).strip(), quoted ? value.substring(1, value.length() - 1) : value);
    }
}
