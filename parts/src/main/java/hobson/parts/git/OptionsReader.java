package hobson.parts.git;

import hobson.parts.document.Element;
import hobson.parts.git.GitOptions.ChangeLog;
import hobson.parts.git.GitOptions.Clean;
import hobson.parts.git.GitOptions.Fetching;
import hobson.parts.git.GitOptions.Identity;
import hobson.parts.git.GitOptions.Merge;
import hobson.parts.git.GitOptions.Submodules;
import hobson.parts.git.GitOptions.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the extensions of a {@code GitSCM}, and the elements of older documents that have become extensions since. */
final class OptionsReader {
    private static final String PREFIX = "hudson.plugins.git.extensions.impl.";
    private static final String CHOOSERS = "hudson.plugins.git.util.";
    private static final int USUAL_MINUTES = 10;
    private static final int MOST_MINUTES = 7 * 24 * 60;

    /** Those that are read here, and those that ask for what is done anyway. */
    private static final Set<String> KNOWN = Set.of(
            "AuthorInChangelog BuildChooserSetting BuildSingleRevisionOnly ChangelogToBranch CheckoutOption CleanBeforeCheckout"
                    .concat(
                            " CleanCheckout CloneOption DisableRemotePoll FirstBuildChangelog GitLFSPull IgnoreNotifyCommit")
                    .concat(" LocalBranch MessageExclusion PathRestriction PerBuildTag PreBuildMerge PruneStaleBranch")
                    .concat(" PruneStaleTag RelativeTargetDirectory ScmName SparseCheckoutPaths SubmoduleOption")
                    .concat(" UserExclusion UserIdentity WipeWorkspace")
                    .split(" "));

    private static final Map<String, List<String>> STRATEGIES = Map.of(
            "DEFAULT", List.of(),
            "RESOLVE", List.of("-s", "resolve"),
            "RECURSIVE", List.of("-s", "recursive"),
            "OCTOPUS", List.of("-s", "octopus"),
            "OURS", List.of("-s", "ours"),
            "SUBTREE", List.of("-s", "subtree"),
            "RECURSIVE_THEIRS", List.of("-s", "recursive", "-X", "theirs"));
    private static final Map<String, String> FAST_FORWARD =
            Map.of("FF", "--ff", "FF_ONLY", "--ff-only", "NO_FF", "--no-ff");

    private final Element scm;
    private final List<Element> extensions;
    private final List<String> refused = new ArrayList<>();

    OptionsReader(Element scm) {
        this.scm = scm;
        this.extensions = scm.child("extensions").map(Element::children).orElse(List.of());
    }

    GitOptions read() {
        refuseUnknown();
        var inverse = chooser().equals("InverseBuildChooser");
        return new GitOptions(
                fetching(),
                tree(),
                submodules(),
                all("PreBuildMerge").stream().flatMap(e -> merge(e).stream()).toList(),
                changeLog(),
                new Identity(
                        either("UserIdentity", "name", "gitConfigName"),
                        either("UserIdentity", "email", "gitConfigEmail")),
                unheeded(),
                inverse,
                either("ScmName", "name", "scmName"),
                !has("IgnoreNotifyCommit", "ignoreNotifyCommit"),
                refused);
    }

    private void refuseUnknown() {
        for (var extension : extensions) {
            var name = extension.name();
            if (!name.startsWith(PREFIX) || !KNOWN.contains(name.substring(PREFIX.length()))) {
                refused.add("this server does not know the extension " + name + " of Git");
            }
        }
        if (scm.flag("doGenerateSubmoduleConfigurations", false)) {
            refused.add("this server does not build combinations of submodules");
        }
    }

    private String chooser() {
        var name = last("BuildChooserSetting")
                .flatMap(e -> e.child("buildChooser"))
                .flatMap(e -> e.attribute("class"))
                .orElse(CHOOSERS + "DefaultBuildChooser");
        if (!Set.of(CHOOSERS + "DefaultBuildChooser", CHOOSERS + "InverseBuildChooser")
                .contains(name)) {
            refused.add("this server does not know how " + name + " chooses commits");
        }
        return name.startsWith(CHOOSERS) ? name.substring(CHOOSERS.length()) : name;
    }

    private Fetching fetching() {
        boolean shallow = flag("CloneOption", "shallow") || scm.flag("useShallowClone", false);
        return new Fetching(
                shallow ? number("CloneOption", "depth", 1, Integer.MAX_VALUE) : 0,
                !flag("CloneOption", "noTags"),
                either("CloneOption", "reference", "reference"),
                number("CloneOption", "timeout", USUAL_MINUTES, MOST_MINUTES),
                has("PruneStaleBranch", "pruneBranches"),
                flag("PruneStaleTag", "pruneTags"));
    }

    private Tree tree() {
        return new Tree(
                either("RelativeTargetDirectory", "relativeTargetDir", "relativeTargetDir"),
                has("WipeWorkspace", "wipeOutWorkspace"),
                clean("CleanBeforeCheckout", false),
                clean("CleanCheckout", scm.flag("clean", false)),
                last("SparseCheckoutPaths")
                        .flatMap(e -> e.child("sparseCheckoutPaths"))
                        .map(Element::children)
                        .orElse(List.of())
                        .stream()
                        .flatMap(e -> e.text("path").stream())
                        .filter(path -> !path.isBlank())
                        .toList(),
                last("LocalBranch")
                        .map(e -> e.text("localBranch")
                                .filter(name -> !name.isBlank())
                                .orElse("**"))
                        .orElse(scm.text("localBranch").orElse(""))
                        .strip(),
                number("CheckoutOption", "timeout", USUAL_MINUTES, MOST_MINUTES),
                has("GitLFSPull", ""),
                has("PerBuildTag", "")
                        || scm.text("skipTag").filter("false"::equals).isPresent());
    }

    private Clean clean(String extension, boolean otherwise) {
        if (!otherwise && last(extension).isEmpty()) {
            return Clean.KEPT;
        }
        return flag(extension, "deleteUntrackedNestedRepositories") ? Clean.DELETED_WITH_REPOSITORIES : Clean.DELETED;
    }

    private Optional<Submodules> submodules() {
        var name = "SubmoduleOption";
        boolean asked = last(name).isPresent() || scm.flag("recursiveSubmodules", false);
        boolean off = last(name).orElse(scm).flag("disableSubmodules", false);
        if (!asked || off) {
            return Optional.empty();
        }
        return Optional.of(new Submodules(
                last(name).orElse(scm).flag("recursiveSubmodules", false),
                flag(name, "trackingSubmodules"),
                flag(name, "parentCredentials"),
                text(name, "reference"),
                flag(name, "shallow") ? number(name, "depth", 1, Integer.MAX_VALUE) : 0,
                number(name, "threads", 1, 64),
                number(name, "timeout", USUAL_MINUTES, MOST_MINUTES)));
    }

    private Optional<Merge> merge(Element extension) {
        var options = extension.child("options").orElse(extension);
        var strategy = options.text("mergeStrategy").orElse("DEFAULT").strip().toUpperCase(Locale.ROOT);
        var fastForward = options.text("fastForwardMode").orElse("FF").strip().toUpperCase(Locale.ROOT);
        var target = options.text("mergeTarget").orElse("").strip();
        if (target.isEmpty() || !STRATEGIES.containsKey(strategy) || !FAST_FORWARD.containsKey(fastForward)) {
            refused.add("this server cannot merge into '" + target + "' with " + strategy + " and " + fastForward);
            return Optional.empty();
        }
        return Optional.of(new Merge(
                options.text("mergeRemote").orElse("").strip(),
                target,
                strategy,
                STRATEGIES.getOrDefault(strategy, List.of()),
                FAST_FORWARD.getOrDefault(fastForward, "--ff")));
    }

    private ChangeLog changeLog() {
        var since = last("ChangelogToBranch")
                .flatMap(e -> e.child("options"))
                .map(e -> e.text("compareRemote").orElse("origin").strip() + "/"
                        + e.text("compareTarget").orElse("").strip())
                .orElse("");
        return new ChangeLog(
                has("AuthorInChangelog", "authorOrCommitter"), flag("FirstBuildChangelog", "makeChangelog"), since);
    }

    private Unheeded unheeded() {
        return new Unheeded(
                lines(either("PathRestriction", "includedRegions", "includedRegions")),
                lines(either("PathRestriction", "excludedRegions", "excludedRegions")),
                lines(either("UserExclusion", "excludedUsers", "excludedUsers")),
                all("MessageExclusion").stream()
                        .flatMap(e -> e.text("excludedMessage").stream())
                        .filter(message -> !message.isBlank())
                        .toList());
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private List<Element> all(String extension) {
        return extensions.stream()
                .filter(e -> e.name().equals(PREFIX + extension))
                .toList();
    }

    private Optional<Element> last(String extension) {
        return all(extension).stream().reduce((_, later) -> later);
    }

    /** @param older name of the flag that it once was; empty for none */
    private boolean has(String extension, String older) {
        return last(extension).isPresent() || (!older.isEmpty() && scm.flag(older, false));
    }

    private boolean flag(String extension, String field) {
        return last(extension).map(e -> e.flag(field, false)).orElse(false);
    }

    private String text(String extension, String field) {
        return last(extension).flatMap(e -> e.text(field)).orElse("").strip();
    }

    private String either(String extension, String field, String older) {
        return last(extension).isPresent()
                ? text(extension, field)
                : scm.text(older).orElse("").strip();
    }

    /** One that is not there, or is less than 1, is the usual one. */
    private int number(String extension, String field, int usual, int most) {
        int number = last(extension).map(e -> e.number(field).orElse(usual)).orElse(usual);
        return number < 1 ? usual : Math.min(number, most);
    }
}
