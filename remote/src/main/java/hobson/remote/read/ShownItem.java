package hobson.remote.read;

import hobson.engine.queue.QueueView;

/** A queue item in one answer, with the job that it wants to build. */
record ShownItem(QueueView view, ShownJob task) {}
