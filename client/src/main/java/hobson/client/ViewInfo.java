package hobson.client;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A view as it is now.
 *
 * @param kind the class as the server names it, {@code hudson.model.ListView}
 * @param url where it is; the primary view is where its owner is
 * @param jobs names of what it shows that the caller may see
 * @param views names of the views in it, if it is a nested one
 */
public record ViewInfo(
        String name, String kind, URI url, Optional<String> description, List<String> jobs, List<String> views) {

    static final String TREE = "name,url,description,jobs[name],views[name]";

    static ViewInfo of(Json view) {
        return new ViewInfo(
                view.text("name"),
                view.className(),
                URI.create(view.text("url")),
                view.get("description").asText().filter(text -> !text.isEmpty()),
                view.each("jobs").map(job -> job.text("name")).toList(),
                view.each("views").map(nested -> nested.text("name")).toList());
    }
}
