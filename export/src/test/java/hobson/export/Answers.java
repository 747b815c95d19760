package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asks an exporter with query strings as clients write them. */
final class Answers {
    private final Exporter exporter;
    private final Subject<?, ?> subject;

    Answers(Exporter exporter, Subject<?, ?> subject) {
        this.exporter = exporter;
        this.subject = subject;
    }

    static Answers ofRecordedRoot() {
        return new Answers(new Exporter(Budget.DEFAULT, System::nanoTime), RecordedRoot.subject());
    }

    Rendering.Whole ask(Flavour flavour, String query) {
        return ask(flavour, query, Requester.SECURE);
    }

    Rendering.Whole ask(Flavour flavour, String query, Requester requester) {
        return (Rendering.Whole) exporter.render(subject, Query.of(flavour, name -> values(query, name)), requester);
    }

    String body(Flavour flavour, String query) {
        var answer = ask(flavour, query);
        if (answer.status() != 200) throw new AssertionError(answer.status() + " " + text(answer));
        return text(answer);
    }

    static String text(Rendering.Whole answer) {
        return new String(answer.body(), UTF_8);
    }

    static List<String> values(String query, String name) {
        return parts(query)
                .filter(part -> part[0].equals(name))
                .map(part -> part.length == 1 ? "" : URLDecoder.decode(part[1], UTF_8))
                .toList();
    }

    private static Stream<String[]> parts(String query) {
        return Arrays.stream(query.split("&", -1)).map(part -> part.split("=", 2));
    }
}
