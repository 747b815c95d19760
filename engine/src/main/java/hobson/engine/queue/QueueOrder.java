package hobson.engine.queue;

import java.util.ArrayList;
import java.util.List;

/** The order in which the queue is shown ({@code objects.md §9.1}). */
final class QueueOrder {
    private final List<QueueView> waiting = new ArrayList<>();
    private final List<QueueView> blocked = new ArrayList<>();
    private final List<QueueView> buildable = new ArrayList<>();
    private final List<QueueView> pending = new ArrayList<>();

    void add(QueueView view) {
        switch (view) {
            case QueueView.Waiting item -> waiting.add(item);
            case QueueView.Blocked item -> blocked.add(item);
            case QueueView.Buildable item -> (item.pending() ? pending : buildable).add(item);
            case QueueView.Left _ -> {}
        }
    }

    List<QueueView> views() {
        var all = new ArrayList<QueueView>(waiting);
        all.addAll(blocked);
        all.addAll(buildable.reversed());
        all.addAll(pending.reversed());
        return all;
    }
}
