package hobson.remote;

import hobson.remote.route.Places;

/** What one package answers. */
@FunctionalInterface
public interface RouteGroup {
    /** Adds its actions to the shared places, and places of its own to them. Called once, while the server is put together. */
    void addTo(Places places);
}
