package hobson.engine;

import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;

/**
 * For whom an object is shown: decides which related objects appear and how addresses begin.
 *
 * @param rootUrl where the server is for this caller, with a trailing slash
 */
public record Reader(Caller caller, Authorization authorization, String rootUrl) {}
