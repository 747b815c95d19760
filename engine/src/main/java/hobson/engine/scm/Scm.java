package hobson.engine.scm;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildSecrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a job's sources are, and how its builds get them. Immutable. */
public interface Scm {
    /** Its class, as the wire calls it. */
    String type();

    /** What people call it. */
    String title();

    /** Its repositories, as {@link RepositoryAddress#key}. */
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

    /**
     * Brings the sources into the workspace, and leaves a record of it in the build's folder. Like a step it may be performed again
     * after a crash; the log says why it failed.
     *
     * @param secrets its files are gone after the checkout
     * @return {@link Result#FAILURE} to end the build before its steps
     * @throws InterruptedException the build was stopped
     */
    Result checkout(BuildContext context, BuildSecrets secrets) throws IOException, InterruptedException;

    /** What a build has got; empty before the checkout. */
    Optional<Sources> sources(Path buildFolder) throws IOException;

    /** What a build is told of its sources; nothing before the checkout. */
    Map<String, String> variables(Path buildFolder) throws IOException;

    /** Whether there is something new since the newest build. */
    boolean hasChanged(Look look) throws IOException, InterruptedException;

    /** What looking for changes may use. */
    interface Look {
        /** Folder of the newest build; its record may be missing. */
        Path newestBuild();

        /** A folder for what looks at this job's sources keep from one to the next; it need not exist. */
        Path folder();

        /** The variables of the newest build. */
        Map<String, String> environment();

        /** What the newest build might use. Its files are gone after the look. */
        BuildSecrets secrets();

        /** Writes a line to the log of the look. */
        void line(String text) throws IOException;
    }
}
