package hobson.remote.cli.build;

import hobson.engine.build.BuildActions;
import hobson.engine.build.Builds;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Jobs;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.queue.Queue;
import hobson.engine.queue.Triggers;
import hobson.engine.run.BuildRunner;
import hobson.engine.run.Uploads;
import hobson.engine.scm.Polling;
import hobson.engine.user.Authorization;
import hobson.remote.api.BuildSources;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.NamedCommand;
import hobson.remote.cli.NamedItems;
import hobson.remote.console.ConsoleFollower;
import hobson.remote.read.ChangeLogs;
import hobson.remote.trigger.Submissions;
import java.util.List;

/** The commands of this package. */
public final class BuildCommands implements CommandGroup {
    private final NamedBuilds builds;
    private final BuildActions actions;
    private final ConsoleFollower consoles;
    private final Asking asking;
    private final Waiting waiting;
    private final Changes changes;
    private final NamedItems items;
    private final ItemRegistry registry;
    private final BuildRunner runner;
    private final Builds all;

    public BuildCommands(
            ItemRegistry registry,
            NamedItems items,
            Jobs jobs,
            Builds builds,
            BuildActions actions,
            BuildRunner runner,
            Triggers triggers,
            Queue queue,
            ParameterDefaults defaults,
            Uploads uploads,
            Polling polling,
            BuildSources sources,
            ChangeLogs logs,
            Authorization authorization) {
        this.registry = registry;
        this.all = builds;
        this.runner = runner;
        this.actions = actions;
        this.items = items;
        this.builds = new NamedBuilds(items, builds);
        this.consoles = new ConsoleFollower(builds, queue::isEnding);
        this.asking = new Asking(
                registry,
                jobs,
                triggers,
                new Submissions(triggers, uploads),
                new GivenParameters(defaults, uploads),
                polling);
        this.waiting = new Waiting(registry, queue, builds, runner, consoles);
        this.changes = new Changes(sources, logs, authorization);
    }

    @Override
    public List<NamedCommand> commands() {
        return List.of(
                new NamedCommand("build", BuildJob.SUMMARY, () -> new BuildJob(items, asking, waiting)),
                new NamedCommand(
                        "stop-builds",
                        "Stops all running builds of jobs.",
                        () -> new StopBuilds(items, registry, all, runner)),
                new NamedCommand("console", "Shows the console of a build.", () -> new Console(builds, consoles)),
                new NamedCommand("delete-builds", "Deletes builds.", () -> new DeleteBuilds(builds, actions)),
                new NamedCommand("keep-build", "Keeps a build for ever.", () -> new KeepBuild(builds, actions)),
                new NamedCommand(
                        "list-changes", "Lists what has changed in builds.", () -> new ListChanges(builds, changes)),
                new NamedCommand(
                        "set-build-description",
                        "Sets the description of a build.",
                        () -> new DescribeBuild(builds, actions)),
                new NamedCommand(
                        "set-build-display-name",
                        "Sets the display name of a build.",
                        () -> new RenameBuild(builds, actions)));
    }
}
