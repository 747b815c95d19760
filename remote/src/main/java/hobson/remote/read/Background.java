package hobson.remote.read;

import hobson.remote.BackgroundTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the server finds out about itself apart from requests: its load every ten seconds, its machine every hour. */
public final class Background {
    private final LoadRecorder loads;
    private final NodeMonitors monitors;

    /** @param home the directory whose disk matters */
    public Background(ReadServices services, Path home) {
        this.loads = new LoadRecorder(services);
        this.monitors = new NodeMonitors(home, services.clock());
    }

    /** To be run while the server runs. */
    public List<BackgroundTask> tasks() {
        return List.of(
                new BackgroundTask("load statistics", Duration.ofSeconds(10), loads::record),
                new BackgroundTask("node monitors", Duration.ofHours(1), monitors::measure));
    }

    LoadRecorder loads() {
        return loads;
    }

    NodeMonitors monitors() {
        return monitors;
    }
}
