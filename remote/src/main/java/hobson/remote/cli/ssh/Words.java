package hobson.remote.cli.ssh;

import java.util.ArrayList;
import java.util.List;

/** Takes a command line apart as the server of Jenkins does: quotes of both kinds, and a backslash inside and outside of them. */
final class Words {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private Words(String line) {
        this.line = line;
    }

    static List<String> of(String line) {
        return new Words(line).read();
    }

    private List<String> read() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (Character.isWhitespace(c)) {
                end();
            } else {
                inWord = true;
                take(c);
            }
        }
        end();
        return words;
    }

    private void take(char c) {
        switch (c) {
            case '"', '\'' -> quoted(c);
            case '\\' -> escaped();
            default -> word.append(c);
        }
    }

    /** Up to the closing quote, or to the end if there is none. */
    private void quoted(char quote) {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return;
            }
            if (c == '\\') {
                escaped();
            } else {
                word.append(c);
            }
        }
    }

    private void escaped() {
        if (at == line.length()) {
            word.append('\\');
            return;
        }
        char c = line.charAt(at++);
        word.append(
                switch (c) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    case 'f' -> '\f';
                    case 'b' -> '\b';
                    default -> c;
                });
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
