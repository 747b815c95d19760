package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs ask of Git beyond a commit in the workspace. */
class GitExtensionsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String POLLED =
            "<triggers><hudson.triggers.SCMTrigger><spec></spec>" + "</hudson.triggers.SCMTrigger></triggers>";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        client = SERVER.client().withCrumb();
    }

    private static Repository repository(String name) throws Exception {
        return Repository.create(SERVER.folder().resolve(name));
    }

    private static String extension(String name, String fields) {
        var element = name.contains(".") ? name : "hudson.plugins.git.extensions.impl." + name;
        return "<" + element + ">" + fields + "</" + element + ">";
    }

    private static String scm(Repository repository, String branch, String... extensions) {
        return repository
                .scm(branch)
                .replace("<extensions/>", "<extensions>" + String.join("", extensions) + "</extensions>");
    }

    private static String built(String job, String document) throws Exception {
        client.create(job, document);
        return again(job);
    }

    private static String again(String job) throws Exception {
        return client.console(job, client.build(job, "build"));
    }

    /** The job is looked at and not built; what the look said. */
    private static String looked(String job) throws Exception {
        var log = "job/" + job + "/scmPollLog/";
        client.post("job/" + job + "/polling");
        client.await(log, "Done. Took");
        return client.text(log);
    }

    @Test
    void build_folderBranchAndIdentity_areAsTheJobSays() throws Exception {
        var repository = repository("placed");

        var log = built(
                "placed",
                Project.of(
                        scm(
                                repository,
                                "main",
                                extension(
                                        "RelativeTargetDirectory",
                                        "<relativeTargetDir>a b/$JOB_NAME</relativeTargetDir>"),
                                extension("LocalBranch", "<localBranch>**</localBranch>"),
                                extension("UserIdentity", "<name>Robo</name><email>r@example.org</email>"),
                                extension("PerBuildTag", ""),
                                extension("ScmName", "<name>sources</name>")),
                        shell("cd 'a b/placed'; cat README; git branch --show-current; git tag; "
                                + "echo $GIT_CHECKOUT_DIR $GIT_LOCAL_BRANCH $GIT_COMMITTER_NAME $GIT_AUTHOR_EMAIL")));

        assertThat(log)
                .contains("\nfirstmain\njenkins-placed-1\na b/placed main Robo r@example.org\n", "Finished: SUCCESS");
        assertThat(client.text("job/placed/1/api/json")).contains("\"scmName\":\"sources\"");
    }

    @ParameterizedTest
    @CsvSource({"../out", "/tmp/out", "a/../../out"})
    void build_folderOutsideOfWorkspace_isRefused(String folder) throws Exception {
        var job = "outside" + folder.hashCode();
        var log = built(
                job,
                Project.of(scm(
                        repository(job),
                        "main",
                        extension("RelativeTargetDirectory", "<relativeTargetDir>" + folder + "</relativeTargetDir>"),
                        extension("WipeWorkspace", ""))));

        assertThat(log).contains("ERROR: '" + folder + "' is not in the workspace", "Finished: FAILURE");
    }

    @Test
    void build_workspaceAroundTheHome_isRefusedBeforeItIsWiped() throws Exception {
        var log = built(
                "around",
                Project.of(
                        scm(repository("around"), "main", extension("WipeWorkspace", "")),
                        "<customWorkspace>" + SERVER.folder() + "</customWorkspace>"));

        assertThat(log).contains("ERROR: the workspace holds the server's own files", "Finished: FAILURE");
    }

    @Test
    void build_cleaning_deletesWhatIsNotInTheCommit() throws Exception {
        var repository = repository("cleaned");
        var mess = shell("ls; echo more >> README; touch left; mkdir -p inner; git init -q inner; touch inner/x");
        client.create("before", Project.of(scm(repository, "main", extension("CleanBeforeCheckout", "")), mess));
        client.create(
                "after",
                Project.of(
                        scm(
                                repository,
                                "main",
                                extension(
                                        "CleanCheckout",
                                        "<deleteUntrackedNestedRepositories>true</deleteUntrackedNestedRepositories>")),
                        mess));
        client.create("wiped", Project.of(scm(repository, "main", extension("WipeWorkspace", "")), mess));
        client.create("kept", Project.of(scm(repository, "main"), mess));

        for (var job : new String[] {"before", "after", "wiped", "kept"}) {
            assertThat(again(job)).contains("\nREADME\nFinished: SUCCESS");
        }
        assertThat(again("before")).contains("Cleaning workspace\n", "\nREADME\ninner\nFinished: SUCCESS");
        assertThat(again("after")).contains("\nREADME\nFinished: SUCCESS");
        assertThat(again("wiped")).contains("Wiping out workspace first.\n", "\nREADME\nFinished: SUCCESS");
        assertThat(again("kept")).contains("\nREADME\ninner\nleft\nFinished: SUCCESS");
    }

    @Test
    void build_fileParameterAndWipe_fileIsThere() throws Exception {
        var document = Project.of(
                scm(repository("given"), "main", extension("WipeWorkspace", ""), extension("CleanCheckout", "")),
                Project.parameters(Project.parameter("File", "in.txt", "")),
                shell("cat in.txt"));
        client.create("given", document);

        client.multipart("job/given/buildWithParameters", new WireClient.Part("in.txt", "x", "what was given"));
        client.await("job/given/1/api/json?tree=inProgress", "\"inProgress\":false");

        assertThat(client.console("given", 1)).contains("what was given", "Finished: SUCCESS");
    }

    @Test
    void build_shallow_hasSoManyCommitsUntilItIsWhole() throws Exception {
        var repository = repository("shallow");
        repository.commit("README", "second", "Second");
        repository.git("tag", "v1");
        repository.commit("README", "third", "Third");
        var count = shell("git rev-list --count HEAD; git tag");
        var document = Project.of(
                scm(
                        repository,
                        "main",
                        extension(
                                "CloneOption",
                                "<shallow>true</shallow><depth>1</depth><noTags>true</noTags><timeout>3</timeout>")),
                count);

        assertThat(built("shallow", document))
                .contains("Using shallow fetch with depth 1\nAvoid fetching tags\n", "--depth=1", "# timeout=3")
                .contains("\n1\nFinished: SUCCESS");
        client.post(
                "job/shallow/config.xml",
                WireClient.XML,
                document.replace("<shallow>true", "<shallow>false").getBytes(UTF_8));
        assertThat(again("shallow")).contains("\n3\nFinished: SUCCESS");
    }

    @Test
    void build_reference_isBorrowedFrom() throws Exception {
        var repository = repository("borrowed");
        var option = extension("CloneOption", "<reference>" + SERVER.folder().resolve("borrowed") + "</reference>");

        assertThat(built(
                        "borrowed",
                        Project.of(scm(repository, "main", option), shell("cat .git/objects/info/alternates"))))
                .contains("Using reference repository: ", "/borrowed/.git/objects\nFinished: SUCCESS");
        assertThat(built("unborrowed", Project.of(scm(repository, "main", option.replace("/borrowed", "/nowhere")))))
                .contains("[WARNING] Reference path does not exist: ", "Finished: SUCCESS");
    }

    @Test
    void build_pruning_forgetsBranchesAndTagsThatAreGone() throws Exception {
        var repository = repository("pruned");
        repository.git("branch", "gone");
        repository.git("tag", "old");
        var list = shell("git branch -r; git tag");
        client.create(
                "pruned",
                Project.of(
                        scm(
                                repository,
                                "main",
                                extension("PruneStaleBranch", ""),
                                extension("PruneStaleTag", "<pruneTags>true</pruneTags>")),
                        list));
        client.create("unpruned", Project.of(scm(repository, "main"), list));
        assertThat(again("pruned")).contains("origin/gone", "\nold\n");
        again("unpruned");

        repository.git("branch", "-D", "gone");
        repository.git("tag", "-d", "old");

        assertThat(again("pruned")).doesNotContain("origin/gone", "\nold\n");
        assertThat(again("unpruned")).contains("origin/gone", "\nold\n");
    }

    @Test
    void build_sparse_hasTheWantedPathsUntilAllAreWanted() throws Exception {
        var repository = repository("sparse");
        repository.commit("a/x", "x", "A");
        repository.commit("b/y", "y", "B");
        var path = extension("SparseCheckoutPath", "<path>a</path>");
        var document = Project.of(
                scm(
                        repository,
                        "main",
                        extension("SparseCheckoutPaths", "<sparseCheckoutPaths>" + path + "</sparseCheckoutPaths>")),
                shell("ls"));

        assertThat(built("sparse", document)).contains("\na\nFinished: SUCCESS");
        client.post(
                "job/sparse/config.xml",
                WireClient.XML,
                document.replace(path, "").getBytes(UTF_8));
        assertThat(again("sparse")).contains("\nREADME\na\nb\nFinished: SUCCESS");
    }

    @Test
    void build_mergeBefore_buildsWhatMergingGives() throws Exception {
        var repository = repository("merged");
        repository.git("checkout", "-q", "-b", "feature");
        var feature = repository.commit("f", "f", "Feature");
        repository.git("checkout", "-q", "-b", "clash", "main");
        repository.commit("README", "clash", "Clash");
        repository.git("checkout", "-q", "main");
        var main = repository.commit("README", "second", "Second");
        var merge = extension(
                "PreBuildMerge",
                "<options><mergeRemote>origin</mergeRemote><mergeTarget>main</mergeTarget>"
                        + "<mergeStrategy>DEFAULT</mergeStrategy><fastForwardMode>NO_FF</fastForwardMode></options>");
        var parents = shell("cat README f; git log -1 --format='%P'; [ $GIT_COMMIT = $(git rev-parse HEAD) ]");

        assertThat(built("merged", Project.of(scm(repository, "feature", merge), POLLED, parents)))
                .contains("Merging Revision " + feature, "secondf" + main + " " + feature + "\n", "Finished: SUCCESS");
        assertThat(client.text("job/merged/1/api/json"))
                .contains("\"marked\":{\"SHA1\":\"" + feature + "\"")
                .doesNotContain("\"revision\":{\"SHA1\":\"" + feature);
        assertThat(looked("merged")).contains("already built by 1", "No changes");
        assertThat(client.text("job/merged/api/json?tree=scm[mergeOptions[*]]"))
                .contains("{\"fastForwardMode\":\"NO_FF\",\"mergeStrategy\":\"DEFAULT\",\"mergeTarget\":\"main\","
                        + "\"remoteBranchName\":\"origin/main\"}");
        assertThat(built("clashing", Project.of(scm(repository, "clash", merge), shell("echo performed"))))
                .contains(
                        "ERROR: Branch not suitable for integration as it does not merge cleanly", "Finished: FAILURE")
                .doesNotContain("\nperformed");
    }

    @Test
    void build_submodules_areFetchedWithTheLoginForTheirServerAlone() throws Exception {
        var inner = repository("inner");
        var outer = repository("outer");
        try (var git = GitServer.serve(SERVER.folder(), null)) {
            outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.url(), "part");
            outer.git("config", "-f", ".gitmodules", "submodule.part.url", git.url() + "/inner");
            outer.commit("x", "x", "Add a part");
            var option =
                    extension("SubmoduleOption", "<recursiveSubmodules>true</recursiveSubmodules><threads>2</threads>");

            assertThat(built("parts", Project.of(scm(outer, "main", option), shell("cat part/README"))))
                    .contains("> git submodule update --init --force --recursive --jobs=2", "firstFinished: SUCCESS");
            assertThat(built("partless", Project.of(scm(outer, "main"), shell("ls part; echo end"))))
                    .contains("\nend\nFinished: SUCCESS");
            outer.git("config", "-f", ".gitmodules", "submodule.part.url", inner.url());
            outer.commit("x", "y", "Lead the server to its own files");
            client.post("job/parts/doWipeOutWorkspace");
            assertThat(again("parts")).contains("transport 'file' not allowed", "Finished: FAILURE");
        }
    }

    @Test
    void poll_commitsThatDoNotCount_areIgnored() throws Exception {
        var repository = repository("unheeded");
        client.create(
                "unheeded",
                Project.of(
                        scm(
                                repository,
                                "main",
                                extension(
                                        "PathRestriction",
                                        "<includedRegions></includedRegions><excludedRegions>docs/.*\n.*\\.md"
                                                + "</excludedRegions>"),
                                extension("MessageExclusion", "<excludedMessage>(?s).*\\[skip\\].*</excludedMessage>")),
                        POLLED));
        again("unheeded");
        var docs = repository.commit("docs/a", "a", "Explain");
        var skipped = repository.commit("b", "b", "Nothing [skip]");

        assertThat(looked("unheeded"))
                .contains(
                        "Ignored commit " + docs + ": Found only excluded paths: docs/a",
                        "Ignored commit " + skipped + ": Found excluded message: Nothing [skip]",
                        "No changes");
        repository.commit("c", "c", "Something");
        client.post("job/unheeded/polling");
        client.awaitEnd("unheeded", 2);
    }

    @Test
    void build_changesAgainstBranch_listsThoseThatItDoesNotHave() throws Exception {
        var repository = repository("against");
        repository.git("checkout", "-q", "-b", "topic");
        var topic = repository.commit("t", "t", "Topic");
        var since = extension(
                "ChangelogToBranch",
                "<options><compareRemote>origin</compareRemote><compareTarget>main</compareTarget></options>");

        assertThat(built("against", Project.of(scm(repository, "topic", since, extension("AuthorInChangelog", "")))))
                .contains("Using 'Changelog to branch' strategy.");

        assertThat(client.text("job/against/1/api/json?tree=changeSet[items[commitId]]"))
                .contains("[{\"_class\":\"hudson.plugins.git.GitChangeSet\",\"commitId\":\"" + topic + "\"}]");
    }

    @Test
    void build_inverseChoice_buildsTheOtherBranches() throws Exception {
        var repository = repository("inverse");
        repository.git("checkout", "-q", "-b", "other");
        var other = repository.commit("o", "o", "Other");
        var chooser = extension(
                "BuildChooserSetting", "<buildChooser class=\"hudson.plugins.git.util.InverseBuildChooser\"/>");

        assertThat(built("inverse", Project.of(scm(repository, "main", chooser))))
                .contains("Checking out Revision " + other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x.y.GitHubStatus        |  | this server does not know the extension x.y.GitHubStatus of Git
            ChangelogToPreviousBuild|  | this server does not know the extension hudson.plugins.git.extensions.impl.Changelog
            BuildChooserSetting     | <buildChooser class="x.Gerrit"/> | this server does not know how x.Gerrit chooses commits
            PreBuildMerge           | <options><mergeTarget>m</mergeTarget><mergeStrategy>x</mergeStrategy></options> | cannot merge
            """)
    void build_extensionThatNobodyCanDo_failsBeforeAnythingIsFetched(String name, String fields, String sentence)
            throws Exception {
        var job = "refused-" + name;
        var log = built(job, Project.of(scm(repository(job), "main", extension(name, fields == null ? "" : fields))));

        assertThat(log).contains("ERROR: ", sentence, "Finished: FAILURE").doesNotContain("git init");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --upload-pack=touch PWNED;git-upload-pack | is no address
            ext::sh -c touch% PWNED                   | is no address
            ssh://-oProxyCommand=touch PWNED/x        | is no address
            -oProxyCommand=touch PWNED:x              | is no address
            file:///etc                               | Error fetching remote repo
            """)
    void build_hostileAddress_runsNothing(String address, String sentence) throws Exception {
        var job = "hostile" + address.hashCode();
        var scm = repository(job).scm("main").replaceFirst("<url>[^<]*", "<url>" + address);

        assertThat(built(job, Project.of(scm))).contains(sentence, "Finished: FAILURE");

        try (var files = Files.walk(SERVER.home())) {
            assertThat(files.filter(file -> file.endsWith("PWNED"))).isEmpty();
        }
    }

    @Test
    void build_hookInWorkspace_doesNotRun() throws Exception {
        var repository = repository("hooked");
        var hook =
                "printf '#!/bin/sh\\necho HOOK RAN\\n' > .git/hooks/post-checkout; chmod +x .git/hooks/post-checkout";
        client.create("hooked", Project.of(scm(repository, "main"), shell(hook)));
        again("hooked");

        assertThat(again("hooked")).contains("Finished: SUCCESS").doesNotContain("HOOK RAN\n");
    }
}
