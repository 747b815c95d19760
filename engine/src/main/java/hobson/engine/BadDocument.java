package hobson.engine;

/** A text that cannot be read from some place on. */
public final class BadDocument extends Refusal {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /** @param line counted from 1, as {@code column} */
    public BadDocument(String message, int line, int column) {
        super(Kind.BAD_INPUT, message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
