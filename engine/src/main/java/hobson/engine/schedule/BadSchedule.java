package hobson.engine.schedule;

/** A text that says no times; the message is one sentence with the place of the mistake. */
public final class BadSchedule extends Exception {
    private static final long serialVersionUID = 1L;

    BadSchedule(String sentence) {
        super(sentence);
    }
}
