package hobson.remote.view;

import hobson.remote.api.View;
import hobson.remote.api.Views;
import java.util.ArrayList;
import java.util.List;

/** The engine's views as the API shows them; the one of all jobs is the primary one. */
public final class EngineViews implements Views {
    private static final String LIST_VIEW = "hudson.model.ListView";

    private final hobson.engine.view.Views views;

    public EngineViews(hobson.engine.view.Views views) {
        this.views = views;
    }

    @Override
    public List<View> all() {
        var made = views.all();
        var all = new ArrayList<View>(made.size() + 1);
        all.add(View.ALL);
        for (var view : made) {
            var name = view.name();
            all.add(new View(name, LIST_VIEW, view.description(), false, job -> views.shows(name, job)));
        }
        all.sort(java.util.Comparator.comparing(View::name));
        return all;
    }
}
