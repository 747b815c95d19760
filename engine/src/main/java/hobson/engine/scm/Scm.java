package hobson.engine.scm;

import java.util.List;

/** Where a job's sources are. Immutable. */
public interface Scm {
    /** Its class, as the wire calls it. */
    String type();

    /** Its repositories, as {@link RepositoryAddress#key}; without those whose address cannot be known before a build. */
    List<String> repositories();

    /**
     * What new commits of these branches mean to it.
     *
     * @param branches none for commits of any branch
     */
    Interest interest(RepositoryAddress repository, List<String> branches);

    /** What a notice of new commits leads to. */
    enum Interest {
        /** Nothing: they are of other branches, or of a repository that is not this one's, or it heeds no notices. */
        NONE,
        /** Only looking shows whether they are for it: its branches are known when a build begins. */
        PERHAPS,
        /** They are for it. */
        CERTAIN
    }
}
