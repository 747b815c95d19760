package hobson.remote.read;

/** A label, or a condition on labels. */
record ShownLabel(String name) {}
