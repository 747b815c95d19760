package hobson.engine.view;

import hobson.engine.Expected;
import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.Item;
import hobson.engine.item.ItemNames;
import hobson.engine.item.ItemPath;
import hobson.engine.item.JobRegistry;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The views that callers made; the one of all jobs always exists besides. Reads never wait; changes are made one after the other and
 * are in the store when a method returns.
 */
public final class Views {
    /** The name of the view of all jobs. */
    public static final String ALL = "all";

    private final ViewStore store;
    private final ViewFormat format;
    private final JobRegistry jobs;
    private final Authorization authorization;
    private final InstantSource clock;
    private volatile Map<String, Entry> entries = Map.of();

    private record Entry(ListView view, ListView.Selection selection) {
        static Entry of(ListView view) {
            return new Entry(view, view.selection());
        }
    }

    public Views(
            ViewStore store, ViewFormat format, JobRegistry jobs, Authorization authorization, InstantSource clock) {
        this.store = store;
        this.format = format;
        this.jobs = jobs;
        this.authorization = authorization;
        this.clock = clock;
    }

    public void load() {
        var loaded = new TreeMap<String, Entry>();
        store.load().forEach(view -> loaded.put(view.name(), Entry.of(view)));
        entries = loaded;
    }

    /** By name. */
    public List<ListView> all() {
        return entries.values().stream().map(Entry::view).toList();
    }

    public Optional<ListView> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::view);
    }

    public boolean shows(String name, Item job) {
        var entry = entries.get(name);
        return entry != null && entry.selection.shows(job);
    }

    /** For callers that must say no before they read what was sent: also refuses a name that is bad or taken. */
    public void requireCreate(Caller caller, String name) {
        authorization.require(caller, Permission.VIEW_CREATE);
        var checked = ItemNames.checked(name);
        if (checked.equals(ALL) || entries.containsKey(checked)) {
            throw Refusal.badInput("A view already exists with the name \"" + checked + "\"");
        }
    }

    public void create(Caller caller, String name, byte[] document) {
        create(caller, name, format.read(document));
    }

    /** An empty view. */
    public void create(Caller caller, String name) {
        create(caller, name, new ListView(name, null, List.of(), null, null));
    }

    public void copy(Caller caller, String name, String source) {
        create(
                caller,
                name,
                find(source)
                        .filter(view -> isVisible(caller, view))
                        .orElseThrow(() -> Refusal.badInput("No such view: " + source)));
    }

    private boolean isVisible(Caller caller, ListView view) {
        return authorization.allows(caller, Permission.VIEW_READ)
                || authorization.allows(caller, Permission.VIEW_CONFIGURE)
                || jobs.list(caller).stream().anyMatch(job -> shows(view.name(), job));
    }

    private synchronized void create(Caller caller, String name, ListView view) {
        requireCreate(caller, name);
        save(caller, view.named(ItemNames.checked(name)));
    }

    /** The view as a document; the one of all jobs has one too. */
    public byte[] document(Caller caller, String name) {
        authorization.require(caller, Permission.VIEW_READ);
        return name.equals(ALL) ? format.writeAll(name) : format.write(existing(name));
    }

    /** Another document for the view, if the present one is as expected; its name stays. */
    public void configure(Caller caller, String name, byte[] document, Expected expected) {
        edit(caller, name, before -> {
            var after = format.read(document).named(name);
            expected.check(format.write(before));
            return after;
        });
    }

    public void describe(Caller caller, String name, @Nullable String description) {
        edit(
                caller,
                name,
                view -> new ListView(name, description, view.jobNames(), view.includePattern(), view.enabled()));
    }

    public void add(Caller caller, String name, String jobName) {
        var job = visible(caller, jobName, "known item");
        edit(caller, name, view -> view.with(job.path().fullName()));
    }

    public void remove(Caller caller, String name, String jobName) {
        var job = visible(caller, jobName, "known and readable item");
        edit(caller, name, view -> view.without(job.path().fullName()));
    }

    private Item visible(Caller caller, String jobName, String what) {
        try {
            return jobs.visibleItem(caller, ItemPath.of(jobName));
        } catch (RuntimeException e) {
            throw Refusal.badInput("Query parameter 'name' does not correspond to a " + what);
        }
    }

    public synchronized void delete(Caller caller, String name) {
        authorization.require(caller, Permission.VIEW_DELETE);
        existing(name);
        store.delete(name, change(caller));
        var left = new TreeMap<>(entries);
        left.remove(name);
        entries = left;
    }

    private synchronized void edit(Caller caller, String name, UnaryOperator<ListView> edit) {
        authorization.require(caller, Permission.VIEW_CONFIGURE);
        var before = existing(name);
        var after = edit.apply(before);
        if (!after.equals(before)) {
            save(caller, after);
        }
    }

    private ListView existing(String name) {
        return find(name).orElseThrow(() -> Refusal.notFound("there is no view ‘" + name + "’ that can be changed"));
    }

    /** A job has another name now, or ({@code to} is null) is gone. */
    public synchronized void follow(ItemPath from, @Nullable ItemPath to) {
        for (var view : all()) {
            if (view.names(from.fullName())) {
                save(Caller.SYSTEM, to == null ? view.without(from.fullName()) : view.renamed(from, to));
            }
        }
    }

    private void save(Caller caller, ListView view) {
        store.save(view, change(caller));
        var more = new TreeMap<>(entries);
        more.put(view.name(), Entry.of(view));
        entries = more;
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
