package hobson.engine.build;

/** A build was about to begin as its job says, and the job has just been changed: nothing has begun. */
public final class JobChanged extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    JobChanged(String message) {
        super(message);
    }
}
