package hobson.remote.read;

/** The queue as an object of the API. */
record ShownQueue() {}
