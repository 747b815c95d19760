package hobson.exec;

import hobson.engine.run.Launcher.Order;
import java.io.IOException;

/** A way to start supervisors and to find them again. Called concurrently. */
sealed interface Host extends AutoCloseable permits SpawningHost, PortableHost {

    /** As {@link hobson.engine.run.Launcher#launch} promises. */
    SupervisedProcess launch(Order order) throws IOException;

    @Override
    void close();
}
