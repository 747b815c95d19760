package hobson.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plugins that the server was asked to install. It does so in its own time. */
public final class Installation {
    private final Plugins plugins;
    private final Set<String> names;

    /** @param names of the plugins, without versions */
    Installation(Plugins plugins, Set<String> names) {
        this.plugins = plugins;
        this.names = names;
    }

    /** How far it is, plugin by plugin; nothing of those that were there already. */
    public List<InstallationStatus> status() {
        return plugins.installations().stream()
                .filter(one -> names.contains(one.name()))
                .toList();
    }

    /**
     * Waits until each of them is installed, or could not be.
     *
     * @return how it ended for each; a plugin that was there already has no entry
     * @throws HobsonException.TimedOut when it takes longer, which a plugin that no site knows does on a Jenkins
     */
    public List<InstallationStatus> await(Duration timeout) {
        var pace = new Pace("Until " + String.join(", ", names) + " are installed,", timeout);
        while (true) {
            var status = latest();
            if (status.stream().allMatch(InstallationStatus::isOver) && isComplete(status)) {
                return status;
            }
            pace.pause();
        }
    }

    /** A plugin that was installed before, too, has one entry for each time: the last counts. */
    private List<InstallationStatus> latest() {
        var latest = new java.util.LinkedHashMap<String, InstallationStatus>();
        status().forEach(one -> latest.put(one.name(), one));
        return new ArrayList<>(latest.values());
    }

    private boolean isComplete(List<InstallationStatus> status) {
        var missing = new java.util.TreeSet<>(names);
        status.forEach(one -> missing.remove(one.name()));
        if (missing.isEmpty()) {
            return true;
        }
        plugins.list().forEach(plugin -> missing.remove(plugin.name()));
        return missing.isEmpty();
    }
}
