package hobson.client;

import java.util.List;

/**
 * The promotions of a job, on a Jenkins with the plug-in for them. Without it everything here ends with {@link HobsonException.NotFound}.
 */
public final class Promotions {
    private final Resource promotion;

    Promotions(Resource job) {
        this.promotion = job.child("promotion/");
    }

    /** The names of all of them. */
    public List<String> names() {
        return promotion
                .tree("processes[name]")
                .each("processes")
                .map(one -> one.text("name"))
                .toList();
    }

    public boolean exists(String name) {
        return process(name).exists();
    }

    /** Makes one from its definition. */
    public void create(String name, String xml) {
        promotion.post("createProcess?name=" + ItemPath.encoded(name), Content.xml(xml));
    }

    public Document config(String name) {
        return process(name).config();
    }

    /** Replaces its definition. */
    public void update(String name, String xml) {
        process(name).update(xml);
    }

    public void delete(String name) {
        process(name).delete();
    }

    private Resource process(String name) {
        return promotion.child("process/" + ItemPath.encoded(name) + "/");
    }
}
