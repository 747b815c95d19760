package hobson.client;

import java.util.Optional;

/**
 * A job or a folder in a list.
 *
 * @param className as the server names its kind, {@code hudson.model.FreeStyleProject}
 * @param isFolder whether other items are in it
 * @param status nothing for a folder
 */
public record JobSummary(
        ItemPath path, String className, boolean isFolder, Optional<JobStatus> status, boolean isBuilding) {

    static JobSummary of(Json item, ItemPath path) {
        var color = item.text("color"); // which only jobs have (objects.md §3.5)
        return new JobSummary(
                path, item.className(), color.isEmpty(), JobStatus.of(color), JobStatus.isBuilding(color));
    }

    /** Its own name. */
    public String name() {
        return path.name().orElse("");
    }
}
