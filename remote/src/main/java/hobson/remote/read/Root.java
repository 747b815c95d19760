package hobson.remote.read;

/** The server itself, which is also its built-in node. */
record Root() {}
