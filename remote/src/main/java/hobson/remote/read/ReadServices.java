package hobson.remote.read;

import hobson.engine.build.Builds;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.item.Definitions;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.JobGraph;
import hobson.engine.node.Computers;
import hobson.engine.queue.Queue;
import hobson.engine.scm.LastChanges;
import hobson.engine.settings.Settings;
import hobson.engine.user.Authorization;
import hobson.engine.user.Users;
import hobson.remote.api.Artifacts;
import hobson.remote.api.BuildSources;
import hobson.remote.api.Exports;
import hobson.remote.route.ViewTargets;
import java.time.InstantSource;

/** What is shown, and where it comes from. */
public record ReadServices(
        ItemRegistry jobs,
        Definitions definitions,
        JobGraph graph,
        Builds builds,
        Queue queue,
        Computers computers,
        Users users,
        FingerprintStore fingerprints,
        LastChanges lastChanges,
        Authorization authorization,
        Settings settings,
        Exports exports,
        Artifacts artifacts,
        BuildSources sources,
        ViewTargets views,
        InstantSource clock) {}
