package hobson.remote.feed;

import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.item.Definitions;
import hobson.engine.item.Job;
import hobson.engine.scm.Scm;
import hobson.engine.scm.Sources;
import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.remote.api.BuildSources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The changes that the builds of a job have got, newest first: {@code rssChangelog} (remote-api.md §9.1). */
final class ChangeFeed {
    /** However much was changed: a reader sees no more, and nobody waits longer for a feed. */
    private static final int MOST_BUILDS = 1_000;

    private static final int MOST_CHANGES = 2_000;
    private static final int MOST_PATHS = 20_000;

    private final Builds builds;
    private final BuildSources sources;
    private final Definitions definitions;
    private final Users users;

    ChangeFeed(Builds builds, BuildSources sources, Definitions definitions, Users users) {
        this.builds = builds;
        this.sources = sources;
        this.definitions = definitions;
        this.users = users;
    }

    Feed of(Owner owner, Job job, String root) {
        return new Feed(
                owner.title() + kind(job) + " changes", root + owner.address() + "changes", entries(owner, job, root));
    }

    /** What people call the way by which the job gets its sources. */
    private String kind(Job job) {
        return job.traits().reported()
                ? ""
                : " " + definitions.of(job).part(Scm.class).map(Scm::title).orElse("None");
    }

    private List<Feed.Entry> entries(Owner owner, Job job, String root) {
        var entries = new ArrayList<Feed.Entry>();
        int paths = 0;
        for (var build : builds.history(job.id()).newest(MOST_BUILDS)) {
            var commits = sources.of(new BuildId(job.id(), build.number()))
                    .map(Sources::commits)
                    .orElse(List.of());
            for (int i = 0; i < commits.size(); i++) {
                paths += commits.get(i).files().size();
                if (entries.size() == MOST_CHANGES || paths > MOST_PATHS) {
                    return entries;
                }
                entries.add(
                        entry(build, commits.get(i), owner.address() + build.number() + "/changes#detail" + i, root));
            }
        }
        return entries;
    }

    private Feed.Entry entry(BuildSummary build, Commit commit, String address, String root) {
        return new Feed.Entry(
                "#" + build.number() + " " + commit.title() + " (" + name(commit.author()) + ")",
                root + address,
                address,
                Instant.ofEpochMilli(build.timestamp()),
                commit.files().stream().map(Touched::path).distinct().collect(Collectors.joining("\n", "", "\n")));
    }

    private String name(Author author) {
        return users.find(author.name()).map(User::fullName).orElse(author.name());
    }
}
