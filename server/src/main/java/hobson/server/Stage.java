package hobson.server;

import hobson.engine.run.Launcher;
import hobson.engine.run.Staging;

/**
 * Where builds are performed.
 *
 * @param launcher starts their processes
 * @param staging decides what they do
 */
record Stage(Launcher launcher, Staging staging) {
    /** Builds do what their definitions say. */
    static Stage asDefined(Launcher launcher) {
        return new Stage(launcher, Staging.AS_DEFINED);
    }
}
