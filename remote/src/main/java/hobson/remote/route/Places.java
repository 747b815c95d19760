package hobson.remote.route;

import hobson.http.route.Place;

/**
 * The kinds of objects that have addresses, and the ways between them ({@code remote-api.md §7}). Every package of this room adds to
 * the places what it can do there; nobody else declares a way.
 *
 * <pre>{@code
 * root ─ job/{job} ─▶ job ─ {build} ─▶ build
 *   │                  ├ job/{job} ─▶ job (this one is a folder)
 *   │                  └ view/{view} ─▶ view
 *   ├ view/{view} ─▶ view ─ job/{job} ─▶ job
 *   │                  └ view/{view} ─▶ view
 *   ├ queue ─▶ queue ─ item/{item} ─▶ queueItem
 *   ├ computer ─▶ computers ─ {computer} ─▶ computer ─ executors/{executor} ─▶ executor
 *   ├ label/{label} ─▶ label      ├ user/{user}, me ─▶ user      └ fingerprint/{md5} ─▶ fingerprint
 *                                  └ my-views ─▶ myViews ─ view/{view} ─▶ view
 * }</pre>
 */
public final class Places {
    public final Place root = new Place("root");
    public final Place view = new Place("view");
    public final Place job = new Place("job");
    public final Place build = new Place("build");
    public final Place queue = new Place("queue");
    public final Place queueItem = new Place("queue item");
    public final Place computers = new Place("computers");
    public final Place computer = new Place("computer");
    public final Place executor = new Place("executor");
    public final Place label = new Place("label");
    public final Place user = new Place("user");
    public final Place me = new Place("me");
    public final Place myViews = new Place("views of a user");
    public final Place fingerprint = new Place("fingerprint");

    public Places() {
        root.child("job/{job}", job).child("item/{job}", job);
        root.child("view/{view}", view);
        root.child("queue", queue).child("computer", computers).child("label/{label}", label);
        root.child("user/{user}", user).child("securityRealm/user/{user}", user).child("me", me);
        root.child("fingerprint/{md5}", fingerprint);
        root.alias("static/{version}", root);
        view.child("job/{job}", job).child("item/{job}", job).child("view/{view}", view);
        job.child("job/{job}", job).child("item/{job}", job).child("view/{view}", view);
        job.child("{build}", BuildNames::isBuild, build);
        user.child("my-views", myViews);
        me.child("my-views", myViews);
        myViews.child("view/{view}", view);
        queue.child("item/{item}", queueItem);
        computers.child("{computer}", computer);
        computer.child("executors/{executor}", executor);
    }
}
