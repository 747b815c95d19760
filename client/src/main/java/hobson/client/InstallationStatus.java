package hobson.client;

import java.util.Optional;

/**
 * How far the installation of a plugin is.
 *
 * @param name of the plugin
 * @param state as the server names it: {@code Pending}, {@code Installing}, {@code Success}, {@code SuccessButRequiresRestart}, {@code
 *     Failure} or {@code Skipped}
 * @param message why it failed
 */
public record InstallationStatus(String name, String version, String state, Optional<String> message) {
    static final String TREE = "jobs[name,errorMessage,status[type],plugin[version]]";

    static InstallationStatus of(Json job) {
        return new InstallationStatus(
                job.text("name"),
                job.get("plugin").text("version"),
                job.get("status").text("type"),
                job.get("errorMessage").asText());
    }

    /** Whether it works only after a restart. */
    public boolean isRestartRequired() {
        return state.equals("SuccessButRequiresRestart");
    }

    public boolean isSuccess() {
        return state.startsWith("Success");
    }

    /** Whether nothing will change any more. */
    public boolean isOver() {
        return !state.equals("Pending") && !state.equals("Installing");
    }
}
