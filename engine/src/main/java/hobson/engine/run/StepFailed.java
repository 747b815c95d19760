package hobson.engine.run;

import java.io.IOException;

/** A step or publisher has found out that it cannot do its work. The message says why, in one sentence for the console. */
public final class StepFailed extends IOException {
    private static final long serialVersionUID = 1L;

    public StepFailed(String message) {
        super(message);
    }
}
