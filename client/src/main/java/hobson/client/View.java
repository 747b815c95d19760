package hobson.client;

import java.util.Map;

/** A choice of jobs. A handle: it need not exist. */
public final class View {
    private final Resource resource;
    private final String name;

    View(Resource resource, String name) {
        this.resource = resource;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** @throws HobsonException.NotFound when there is none */
    public ViewInfo info() {
        return ViewInfo.of(resource.tree(ViewInfo.TREE));
    }

    public boolean exists() {
        return resource.exists();
    }

    /** Its definition. */
    public Document config() {
        return resource.config();
    }

    /** Makes it what the document says; a view keeps its name. */
    public void update(String xml) {
        resource.update(xml);
    }

    /**
     * Replaces the definition that was read.
     *
     * @throws HobsonException.Conflict when somebody has changed it since
     */
    public void update(Document document) {
        resource.update(document);
    }

    /** Shows a job in it, as one of its own list. Again changes nothing. */
    public void add(String job) {
        resource.post("addJobToView", Map.of("name", job));
    }

    /** Takes a job out of its own list. Again changes nothing. */
    public void remove(String job) {
        resource.post("removeJobFromView", Map.of("name", job));
    }

    /** Says something about it. */
    public void describe(String description) {
        resource.post("submitDescription", Map.of("description", description));
    }

    /** Deletes the view, and no job. */
    public void delete() {
        resource.delete();
    }

    /** The views in it, if it is a nested one. */
    public Views views() {
        return new Views(resource);
    }

    @Override
    public String toString() {
        return name;
    }
}
