package hobson.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A job on the server, whether it exists or not: nothing is asked before a method is called. */
public final class Job extends Item {

    Job(Connection connection, ItemPath path) {
        super(connection, path);
    }

    /** What it is and how it does, now. */
    public JobInfo info() {
        return JobInfo.of(connection.json(address + "api/json"));
    }

    /** Gives it another name; its builds stay. */
    public Job rename(String name) {
        return new Job(connection, renamed(name));
    }

    /**
     * Moves it into another folder, or to the top.
     *
     * @throws HobsonException.Conflict when it cannot be there
     */
    public Job move(ItemPath folder) {
        return new Job(connection, moved(folder));
    }

    /** Makes another one like it in the same folder, without its builds; see {@link Jobs#copy}. */
    public Job copy(String name) {
        return new Jobs(connection, path.parent().orElse(ItemPath.ROOT)).copy(path, name);
    }

    /** Lets it be built. */
    public void enable() {
        connection.send(Call.post(address + "enable"));
    }

    /** Lets it not be built, and takes it out of the queue. */
    public void disable() {
        connection.send(Call.post(address + "disable"));
    }

    /** What a new copy wants: a job that is held off until it is saved is saved (endpoints.md §1). */
    void release() {
        var state = connection.json(address + "api/json?tree=buildable,disabled,color");
        if (!state.is("buildable")
                && !state.is("disabled")
                && !state.text("color").startsWith("disabled")) {
            disable();
            enable();
        }
    }

    /** What it says about itself. */
    public String description() {
        return connection.json(address + "api/json?tree=description").text("description");
    }

    /** Says something about it. */
    public void describe(String description) {
        connection.send(Call.post(address + "submitDescription", Content.form(Map.of("description", description))));
    }

    /** Looks for new commits, if it watches any; what it finds it builds. */
    public void poll() {
        connection.send(Call.post(address + "polling"));
    }

    /** Deletes its workspace. Hobson refuses while a build is in it. */
    public void wipeWorkspace() {
        connection.send(Call.post(address + "doWipeOutWorkspace"));
    }

    /** Takes it out of the queue. */
    public void cancelQueued() {
        connection.send(Call.post(address + "cancelQueue"));
    }

    /** What number its next build has, if that is higher than all there are. Only where the plugin Next Build Number is. */
    public void setNextBuildNumber(int number) {
        var form = Map.of("nextBuildNumber", Integer.toString(number));
        connection.send(Call.post(address + "nextbuildnumber/submit", Content.form(form)));
    }

    /** A file of its workspace, or nothing. To be closed. */
    public Optional<java.io.InputStream> workspaceFile(String file) {
        try {
            return Optional.of(connection
                    .open(Call.get(address + "ws/" + Artifact.address(file)))
                    .body());
        } catch (HobsonException.NotFound e) {
            return Optional.empty();
        }
    }

    /** Builds it with the values that its parameters have by themselves. */
    public Run trigger() {
        return trigger(Parameters.NONE);
    }

    /** Builds it with these values; parameters that are not named have those that they have by themselves. */
    public Run trigger(Parameters parameters) {
        return trigger(parameters, TriggerOptions.DEFAULT);
    }

    /**
     * Builds it.
     *
     * <p>Hobson takes every trigger exactly once, however often it has to be sent: it knows it again by its key. Jenkins knows no keys, so there a
     * trigger is sent again only if it certainly did not arrive; otherwise {@link HobsonException.ConnectionFailure} says that it may have.
     *
     * @throws HobsonException.Conflict when it is disabled
     */
    public Run trigger(Parameters parameters, TriggerOptions options) {
        return new Trigger(connection, this, parameters, options).send();
    }

    /** A build, whether it exists or not. */
    public Build build(int number) {
        return new Build(connection, this, Integer.toString(number));
    }

    /** The build that has that name now, whether there is one or not. */
    public Build build(Permalink permalink) {
        return new Build(connection, this, permalink.id());
    }

    /** Its newest build, which may still be running. */
    public Build last() {
        return build(Permalink.LAST);
    }

    /** Its newest build that ended well. */
    public Build lastSuccessful() {
        return build(Permalink.LAST_SUCCESSFUL);
    }

    /** Its newest build that ended. */
    public Build lastCompleted() {
        return build(Permalink.LAST_COMPLETED);
    }

    /** Its newest build that failed. */
    public Build lastFailed() {
        return build(Permalink.LAST_FAILED);
    }

    /** Its newest builds, the newest first. */
    public List<BuildInfo> builds(int limit) {
        return builds(BuildFilter.ALL).limit(limit).toList();
    }

    /** Its builds that the filter takes, the newest first. Asks for a hundred at a time, when they are wanted. */
    public Stream<BuildInfo> builds(BuildFilter filter) {
        return new History(connection, address).stream(filter);
    }

    /** Waits until it is neither built nor in the queue. */
    public void awaitIdle(Duration longest) {
        var pace = new Pace("Until " + path + " is idle", longest);
        while (isBusy()) {
            pace.pause();
        }
    }

    private boolean isBusy() {
        var state = connection.json(address + "api/json?tree=inQueue,lastBuild%5Bbuilding%5D");
        return state.is("inQueue") || state.get("lastBuild").is("building");
    }

    /** The jobs that it starts, or that wait for it. */
    public List<ItemPath> downstream() {
        return JobInfo.paths(
                connection.json(address + "api/json?tree=downstreamProjects%5Burl%5D"), "downstreamProjects");
    }

    /** The jobs that start it, or that it waits for. */
    public List<ItemPath> upstream() {
        return JobInfo.paths(connection.json(address + "api/json?tree=upstreamProjects%5Burl%5D"), "upstreamProjects");
    }

    /** Lets these jobs be built after each build of this one that ends at least so well, instead of those that were. */
    public void setDownstream(List<ItemPath> jobs, Result threshold) {
        var document = config();
        update(document.withText(Downstream.in(document.text(), jobs, threshold)));
    }

    /** When it is built by itself: the kinds of its triggers, {@code hudson.triggers.TimerTrigger}, and the schedule of each, if it has one. */
    public Map<String, String> triggers() {
        var document = new XmlDocument(config().text());
        var triggers = new LinkedHashMap<String, String>();
        for (var trigger : document.in("triggers")) {
            triggers.put(
                    trigger.substring(trigger.indexOf('/') + 1),
                    document.value(trigger + "/spec").orElse(""));
        }
        return triggers;
    }
}
