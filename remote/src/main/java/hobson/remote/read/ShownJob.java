package hobson.remote.read;

import hobson.engine.Reader;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.History;
import hobson.engine.build.Permalink;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import org.jspecify.annotations.Nullable;

/** A job in one answer: knows by which address it was reached, and keeps what was read of it. Used by one thread. */
final class ShownJob implements ShownTopLevel {
    final ReadServices services;
    final Job job;
    private @Nullable String address;
    private @Nullable String url;
    private @Nullable JobDefinition definition;
    private @Nullable History history;

    private ShownJob(ReadServices services, Job job, @Nullable String address) {
        this.services = services;
        this.job = job;
        this.address = address;
    }

    /** A job that another object mentions: its address is its own. */
    static ShownJob listed(ReadServices services, Job job) {
        return new ShownJob(services, job, null);
    }

    /**
     * The job that the request is about: its address is the one that was asked for (remote-api.md §7.2).
     *
     * @param address below the root, percent-encoded, with a slash at the end
     */
    static ShownJob visited(ReadServices services, Job job, String address) {
        return new ShownJob(services, job, address);
    }

    @Override
    public Job item() {
        return job;
    }

    @Override
    public String address() {
        var known = address;
        if (known == null) address = known = job.path().url();
        return known;
    }

    @Override
    public String url(Reader reader) {
        var known = url;
        if (known == null) url = known = reader.rootUrl() + address();
        return known;
    }

    /** With the names of the folders that it is in. */
    String fullDisplayName() {
        return FullNames.of(services.jobs(), job);
    }

    JobDefinition definition(Reader reader) {
        var known = definition;
        if (known == null) {
            definition = known = reader.loaded(
                    services.definitions().inMemory(job),
                    () -> services.definitions().of(job));
        }
        return known;
    }

    History history(Reader reader) {
        var known = history;
        if (known == null) {
            history = known = reader.loaded(
                    services.builds().historyInMemory(job.id()),
                    () -> services.builds().history(job.id()));
        }
        return known;
    }

    @Nullable
    ShownBuild build(Permalink permalink, Reader reader) {
        return build(history(reader).of(permalink));
    }

    @Nullable
    ShownBuild build(@Nullable BuildSummary summary) {
        return summary == null ? null : new ShownBuild(this, summary);
    }
}
