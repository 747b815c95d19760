package hobson.engine.plugin;

import hobson.engine.user.Caller;

/**
 * Whether an update site can be reached.
 *
 * @param site its document
 * @param network the address that it names for finding out whether there is a network at all
 */
public record SiteConnection(State site, State network) {

    /** What is known of an address. */
    public enum State {
        UNCHECKED,
        /** There is nothing to look at. */
        SKIPPED,
        OK,
        FAILED
    }

    /** Asks the site unless it has answered before. */
    public static SiteConnection of(Caller caller, UpdateSites sites, UpdateSite site) throws InterruptedException {
        sites.require(caller);
        if (site.url() == null) {
            return new SiteConnection(State.UNCHECKED, State.SKIPPED);
        }
        if (sites.time(site) == 0 || sites.failure(site).isPresent()) {
            sites.refresh(site);
        }
        return new SiteConnection(sites.failure(site).isPresent() ? State.FAILED : State.OK, network(sites, site));
    }

    private static State network(UpdateSites sites, UpdateSite site) throws InterruptedException {
        var address = sites.data(site).connectionCheckUrl();
        if (address == null || !sites.fetch().isOwn(site, address)) {
            return State.SKIPPED;
        }
        return sites.fetch().answers(site, address) ? State.OK : State.FAILED;
    }
}
