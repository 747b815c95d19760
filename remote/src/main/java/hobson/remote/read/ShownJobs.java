package hobson.remote.read;

import hobson.engine.item.Job;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Jobs in one answer, in the order of the given list; each is made when it is looked at. */
final class ShownJobs extends AbstractList<ShownJob> implements RandomAccess {
    private final ReadServices services;
    private final List<Job> jobs;

    ShownJobs(ReadServices services, List<Job> jobs) {
        this.services = services;
        this.jobs = jobs;
    }

    @Override
    public ShownJob get(int index) {
        return ShownJob.listed(services, jobs.get(index));
    }

    @Override
    public int size() {
        return jobs.size();
    }
}
