package hobson.http;

/** What errors look like to the caller. Replaceable; {@link PlainErrorPages} is the default. */
public interface ErrorPages {

    /** The answer for an error that somebody foresaw; includes {@link Problem#headers}. */
    Response problem(Request request, Problem problem);

    /** The answer for an error that nobody foresaw: shows no more than the id under which the log has the rest. */
    Response crash(Request request, String loggingId);
}
