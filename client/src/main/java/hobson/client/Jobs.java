package hobson.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The jobs and folders in a folder, or at the top of the server. */
public final class Jobs {
    private static final String FIELDS = "name,url,color";

    /** So many folders inside each other are asked for at once. */
    private static final int LEVELS = 6;

    private final Connection connection;
    private final ItemPath folder;

    Jobs(Connection connection, ItemPath folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** All of them, ordered by name; not those in folders of this folder. */
    public List<JobSummary> list() {
        return list(JobFilter.ALL);
    }

    /** Those that the filter takes. */
    public List<JobSummary> list(JobFilter filter) {
        return named(listed(1))
                .map(item -> JobSummary.of(item, path(folder, item)))
                .filter(filter::takes)
                .toList();
    }

    /** All of them and all in folders below, a folder before what is in it. Asks for some levels of folders at once, when they are wanted. */
    public Stream<JobSummary> tree() {
        return below(folder, listed(LEVELS), LEVELS);
    }

    /** Those of {@link #tree} that the filter takes. */
    public Stream<JobSummary> tree(JobFilter filter) {
        return tree().filter(filter::takes);
    }

    private Json listed(int levels) {
        return connection.json(folder.address() + "api/json?tree=" + nested(levels));
    }

    private static String nested(int levels) {
        return levels == 0 ? "" : "jobs%5B" + FIELDS + (levels == 1 ? "" : ",") + nested(levels - 1) + "%5D";
    }

    private Stream<JobSummary> below(ItemPath outer, Json list, int levels) {
        return named(list).flatMap(item -> {
            var job = JobSummary.of(item, path(outer, item));
            if (!job.isFolder()) {
                return Stream.of(job);
            }
            var inner = levels > 1
                    ? below(job.path(), item, levels - 1)
                    : Stream.of(job.path()).flatMap(path -> new Jobs(connection, path).tree());
            return Stream.concat(Stream.of(job), inner);
        });
    }

    /** Without those that a caller may know of and not see. */
    private static Stream<Json> named(Json list) {
        return list.each("jobs").filter(item -> !item.text("name").isBlank());
    }

    private static ItemPath path(ItemPath outer, Json item) {
        return outer.child(item.text("name"));
    }

    /**
     * Creates a job, or whatever the document says that it is.
     *
     * @throws HobsonException.Conflict when there is one of that name
     * @throws HobsonException.BadRequest with line and column when that is no document, and when the name is one that jobs cannot have
     */
    public Job create(String name, String xml) {
        connection.send(Call.post(folder.address() + "createItem?name=" + ItemPath.encoded(name), Content.xml(xml)));
        return new Job(connection, folder.child(name));
    }

    /** Creates a freestyle job. */
    public Job create(String name, JobOptions options) {
        return create(name, options.toXml());
    }

    /**
     * Lets each of these jobs be built after a build of the one before that ends at least so well, instead of what they started until now.
     *
     * @param names of jobs in this folder
     */
    public void chain(List<String> names, Result threshold) {
        for (int i = 0; i + 1 < names.size(); i++) {
            new Job(connection, folder.child(names.get(i)))
                    .setDownstream(List.of(folder.child(names.get(i + 1))), threshold);
        }
    }

    /** Creates a job, or replaces the definition of that which has the name. */
    public Job put(String name, String xml) {
        var job = new Job(connection, folder.child(name));
        try {
            job.update(xml);
            return job;
        } catch (HobsonException.NotFound e) {
            return create(name, xml);
        }
    }

    /**
     * Makes a job that is like another one, without its builds. It can be built at once: what servers hold off until it is saved is saved.
     *
     * @param from where the other one is, from the top of the server
     */
    public Job copy(ItemPath from, String name) {
        var query = new ArrayList<>(List.of(
                java.util.Map.entry("name", name),
                java.util.Map.entry("mode", "copy"),
                java.util.Map.entry("from", "/" + from)));
        connection.send(Call.post(folder.address() + "createItem?" + Content.query(query)));
        var copy = new Job(connection, folder.child(name));
        copy.release();
        return copy;
    }

    /** Makes a folder in this one. */
    public Folder createFolder(String name) {
        create(name, Folder.definition(""));
        return new Folder(connection, folder.child(name));
    }
}
