package hobson.server.ephemeral;

import hobson.engine.run.Launcher;
import java.io.IOException;
import java.util.Map;

/** Starts nothing. */
public final class NoProcesses implements Launcher {
    @Override
    public RunningProcess launch(Order order) throws IOException {
        throw new IOException("this server starts no processes: its builds are scripted");
    }

    @Override
    public void sweep(Map<String, String> cookies) {
        // nothing was started
    }
}
