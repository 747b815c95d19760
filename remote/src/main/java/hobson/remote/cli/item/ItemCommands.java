package hobson.remote.cli.item;

import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Items;
import hobson.engine.item.Jobs;
import hobson.engine.view.Views;
import hobson.remote.cli.CommandGroup;
import hobson.remote.cli.NamedCommand;
import hobson.remote.cli.NamedItems;
import java.util.List;

/** The commands of this package. */
public final class ItemCommands implements CommandGroup {
    private final ItemRegistry registry;
    private final Items items;
    private final Jobs jobs;
    private final Views views;
    private final NamedItems named;

    public ItemCommands(ItemRegistry registry, Items items, Jobs jobs, Views views, NamedItems named) {
        this.registry = registry;
        this.items = items;
        this.jobs = jobs;
        this.views = views;
        this.named = named;
    }

    @Override
    public List<NamedCommand> commands() {
        var targets = new NewItems(named);
        return List.of(
                new NamedCommand(
                        "create-job",
                        "Creates a job from the XML on standard input.",
                        () -> new CreateJob(targets, items)),
                new NamedCommand("copy-job", "Copies a job.", () -> new CopyJob(named, targets, items)),
                new NamedCommand("delete-job", "Deletes jobs.", () -> new DeleteJob(named, items)),
                new NamedCommand(
                        "get-job", "Writes the XML of a job to standard output.", () -> new GetJob(named, jobs)),
                new NamedCommand(
                        "update-job", "Gives a job the XML on standard input.", () -> new UpdateJob(named, jobs)),
                new NamedCommand("enable-job", "Enables a job.", () -> new SwitchJob(named, jobs, false)),
                new NamedCommand("disable-job", "Disables a job.", () -> new SwitchJob(named, jobs, true)),
                new NamedCommand(
                        "reload-job",
                        "Reads jobs again. This server always knows what they are.",
                        () -> new ReloadJob(named, jobs)),
                new NamedCommand(
                        "list-jobs",
                        "Lists the jobs of the server, of a view or of a folder.",
                        () -> new ListJobs(registry, named, views)));
    }
}
