package hobson.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits to be built. */
public final class Queue {
    private final Resource server;
    private final Resource queue;

    Queue(Resource server) {
        this.server = server;
        this.queue = server.child("queue/");
    }

    /** All that waits and that the caller may see. */
    public List<QueueItem> items() {
        return queue.connection()
                .json(queue.address() + "api/json")
                .each("items")
                .map(QueueItem::of)
                .toList();
    }

    /** What waits of that job. */
    public List<QueueItem> items(ItemPath job) {
        return items().stream().filter(item -> item.job().equals(job)).toList();
    }

    /**
     * One, which may have left the queue: a Jenkins knows it for five minutes more, a Hobson as long as its build.
     *
     * @throws HobsonException.NotFound when it is not known, or not any more
     */
    public QueueItem item(long id) {
        return QueueItem.of(queue.connection().json(queue.address() + "item/" + id + "/api/json"));
    }

    /** The same, or nothing. */
    public Optional<QueueItem> find(long id) {
        try {
            return Optional.of(item(id));
        } catch (HobsonException.NotFound e) {
            return Optional.empty();
        }
    }

    /**
     * Takes it out of the queue.
     *
     * @throws HobsonException.NotFound when it is not known
     * @throws HobsonException.Conflict when it waits no more: it is built already, or was cancelled
     */
    public void cancel(long id) {
        try {
            queue.post("cancelItem", Map.of("id", String.valueOf(id)));
        } catch (HobsonException.ServerFailure e) {
            if (e.status() != 500) {
                throw e;
            }
            throw new HobsonException.Conflict("The queue item " + id + " waits no more.", 500, null);
        }
    }

    /** Takes out of the queue what waits of that job. */
    public void cancel(ItemPath job) {
        server.child(job.address()).post("cancelQueue");
    }
}
