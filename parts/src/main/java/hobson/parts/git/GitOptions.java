package hobson.parts.git;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a job asks of Git beyond a commit in its workspace: the extensions of the Git plugin. Immutable.
 *
 * @param inverse branches that the job names are those that it does not build
 * @param label what the job calls its sources
 * @param heedsNotices notices of new commits are for it
 * @param refused what it asks for and nobody can do, a sentence each: its builds fail before anything is fetched
 */
record GitOptions(
        Fetching fetching,
        Tree tree,
        Optional<Submodules> submodules,
        List<Merge> merges,
        ChangeLog changeLog,
        Identity identity,
        Unheeded unheeded,
        boolean inverse,
        String label,
        boolean heedsNotices,
        List<String> refused) {
    GitOptions {
        merges = List.copyOf(merges);
        refused = List.copyOf(refused);
    }

    /**
     * @param depth how many commits of each branch; 0 for all
     * @param reference a repository on this machine that has most of it already; empty for none
     * @param minutes after which it has failed
     */
    record Fetching(int depth, boolean tags, String reference, int minutes, boolean pruneBranches, boolean pruneTags) {}

    /** What becomes of files that are not in the commit. */
    enum Clean {
        KEPT,
        DELETED,
        /** Repositories of their own too. */
        DELETED_WITH_REPOSITORIES
    }

    /**
     * The files in the workspace.
     *
     * @param folder where they are, below the workspace; empty for the workspace itself
     * @param wipe nothing stays of what was there before
     * @param paths of those that are wanted; none for all
     * @param localBranch the branch that the commit is on; {@code **} for the name it has in its repository, empty for none
     * @param largeFiles Git LFS brings some
     * @param tagged the commit gets a tag with the number of the build
     */
    record Tree(
            String folder,
            boolean wipe,
            Clean before,
            Clean after,
            List<String> paths,
            String localBranch,
            int minutes,
            boolean largeFiles,
            boolean tagged) {
        Tree {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Repositories inside the repository.
     *
     * @param newest the newest commit of their branch rather than the one that is named
     * @param withLogin they are fetched with what the repository around them is fetched with
     * @param atOnce how many
     */
    record Submodules(
            boolean recursive,
            boolean newest,
            boolean withLogin,
            String reference,
            int depth,
            int atOnce,
            int minutes) {}

    /**
     * A branch that the commit is merged into before it is built.
     *
     * @param strategyName as documents call it, in capitals
     * @param strategy words for {@code git merge}
     * @param fastForward {@code --ff}, {@code --no-ff} or {@code --ff-only}
     */
    record Merge(String remote, String target, String strategyName, List<String> strategy, String fastForward) {
        Merge {
            strategy = List.copyOf(strategy);
        }

        /** @param first name of the job's first remote */
        String ref(String first) {
            return "refs/remotes/" + (remote.isBlank() ? first : remote) + "/" + target;
        }
    }

    /**
     * @param ofAuthors who wrote a change counts, rather than who committed it
     * @param ofFirst the first build lists its commits too
     * @param since a remote branch, with its remote's name, that the commits are not in; empty for the build before
     */
    record ChangeLog(boolean ofAuthors, boolean ofFirst, String since) {}

    /** Who commits; empty for whoever the machine says. */
    record Identity(String name, String email) {}

    /** With a build's variables in it. */
    GitOptions with(UnaryOperator<String> expand) {
        return new GitOptions(
                new Fetching(
                        fetching.depth,
                        fetching.tags,
                        expand.apply(fetching.reference),
                        fetching.minutes,
                        fetching.pruneBranches,
                        fetching.pruneTags),
                new Tree(
                        expand.apply(tree.folder),
                        tree.wipe,
                        tree.before,
                        tree.after,
                        tree.paths.stream().map(expand).toList(),
                        expand.apply(tree.localBranch),
                        tree.minutes,
                        tree.largeFiles,
                        tree.tagged),
                submodules.map(modules -> with(modules, expand)),
                merges.stream()
                        .map(merge -> new Merge(
                                expand.apply(merge.remote),
                                expand.apply(merge.target),
                                merge.strategyName,
                                merge.strategy,
                                merge.fastForward))
                        .toList(),
                new ChangeLog(changeLog.ofAuthors, changeLog.ofFirst, expand.apply(changeLog.since)),
                identity,
                unheeded,
                inverse,
                label,
                heedsNotices,
                refused);
    }

    private static Submodules with(Submodules modules, UnaryOperator<String> expand) {
        return new Submodules(
                modules.recursive,
                modules.newest,
                modules.withLogin,
                expand.apply(modules.reference),
                modules.depth,
                modules.atOnce,
                modules.minutes);
    }
}
