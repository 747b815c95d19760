package hobson.http.route;

/** What the router itself has to know of a route. */
enum RouteFlag implements RouteOption {
    INLINE,
    LEAF
}
