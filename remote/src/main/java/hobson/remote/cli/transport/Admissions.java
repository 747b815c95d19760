package hobson.remote.cli.transport;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How many commands each caller has running, by whatever way they came: nobody has more than 100, and all strangers together 20. */
public final class Admissions {
    private static final int OF_ONE = 100;
    private static final int OF_STRANGERS = 20;

    private final Authorization authorization;
    private final Map<String, Integer> running = new HashMap<>();

    public Admissions(Authorization authorization) {
        this.authorization = authorization;
    }

    /**
     * Lets the caller run one more, until it is closed.
     *
     * @throws Refused when there are enough
     */
    public Admission admit(Caller caller) throws Refused {
        boolean stranger = caller.anonymous() && authorization.secured();
        if (!add(caller.name(), stranger ? OF_STRANGERS : OF_ONE)) {
            throw new Refused(caller.name() + " has too many commands running at this moment");
        }
        return () -> remove(caller.name());
    }

    private synchronized boolean add(String name, int most) {
        int count = running.getOrDefault(name, 0);
        if (count >= most) {
            return false;
        }
        running.put(name, count + 1);
        return true;
    }

    private synchronized void remove(String name) {
        running.computeIfPresent(name, (_, count) -> count == 1 ? null : count - 1);
    }

    /** One command that may run. To be closed once. */
    @FunctionalInterface
    public interface Admission extends AutoCloseable {
        @Override
        void close();
    }

    /** No more commands are taken from this caller now. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }
}
