package hobson.remote.webhook;

import hobson.engine.scm.CommitNotices;
import hobson.engine.settings.Settings;
import hobson.engine.trigger.Webhooks;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;

/** The routes of this package. Whoever calls them needs no login and no crumb: what they may is said by their tokens. */
public final class WebhookRoutes implements RouteGroup {
    private final CommitNotices notices;
    private final Webhooks webhooks;
    private final Settings settings;
    private final Targets targets;

    public WebhookRoutes(CommitNotices notices, Webhooks webhooks, Settings settings, Targets targets) {
        this.notices = notices;
        this.webhooks = webhooks;
        this.settings = settings;
        this.targets = targets;
    }

    @Override
    public void addTo(Places places) {
        var git = new Place("git");
        git.any("notifyCommit", new NotifyCommit(notices, settings, targets.jobs()));
        var generic = new Place("generic webhook");
        generic.any("invoke", new GenericWebhook(webhooks, targets));
        places.root.child("git", git).child("generic-webhook-trigger", generic);
    }
}
