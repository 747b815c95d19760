package hobson.remote.cli.build;

import hobson.remote.cli.CommandFailure;
import java.util.ArrayList;
import java.util.List;

/** Numbers of builds: {@code 1,3-5}. */
record BuildRange(List<Piece> pieces) {
    /** Both are in it. */
    record Piece(int first, int last) {}

    static BuildRange of(String text) {
        var pieces = new ArrayList<Piece>();
        for (var item : text.split(",", -1)) {
            pieces.add(piece(item.strip(), text));
        }
        return new BuildRange(pieces);
    }

    private static Piece piece(String item, String text) {
        if (item.isEmpty() && !text.isBlank()) {
            throw bad(text, "correct notation M,N or M-N");
        }
        int dash = item.indexOf('-');
        if (dash < 0) {
            int number = number(item, text);
            return new Piece(number, number);
        }
        if (item.indexOf('-', dash + 1) >= 0) {
            throw bad(text, "correct notation M,N or M-N");
        }
        if (dash == 0 || dash == item.length() - 1) {
            throw bad(text, "string with a range M-N");
        }
        int first = number(item.substring(0, dash), text);
        int last = number(item.substring(dash + 1), text);
        if (first > last) {
            throw bad(text, "string with a range M-N where M<N");
        }
        return new Piece(first, last);
    }

    private static int number(String digits, String text) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw bad(text, "number");
        }
    }

    private static CommandFailure bad(String text, String expected) {
        return CommandFailure.argument("Unable to parse '" + text + "', expected " + expected);
    }
}
