package hobson.remote.read;

import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.Job;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Items in one answer, in the order of the given list; each is made when it is looked at. */
final class ShownTopLevels extends AbstractList<ShownTopLevel> implements RandomAccess {
    private final ReadServices services;
    private final List<? extends Item> items;

    ShownTopLevels(ReadServices services, List<? extends Item> items) {
        this.services = services;
        this.items = items;
    }

    @Override
    public ShownTopLevel get(int index) {
        return switch (items.get(index)) {
            case Job job -> ShownJob.listed(services, job);
            case Folder folder -> ShownFolder.listed(services, folder);
        };
    }

    @Override
    public int size() {
        return items.size();
    }
}
