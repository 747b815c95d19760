package hobson.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.Unused;
import hobson.engine.build.Build;
import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildStore;
import hobson.engine.build.Builds;
import hobson.engine.build.Result;
import hobson.engine.credential.CredentialFormat;
import hobson.engine.credential.CredentialLookup;
import hobson.engine.credential.CredentialStore;
import hobson.engine.credential.CredentialStores;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.item.ItemPath;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.item.JobDefinition.Placement;
import hobson.engine.item.JobTraits;
import hobson.engine.item.KnownJobs;
import hobson.engine.item.Wiring;
import hobson.engine.node.Computers;
import hobson.engine.node.Node;
import hobson.engine.parameter.ParameterEnvironment;
import hobson.engine.scm.LastChanges;
import hobson.engine.secret.Vault;
import hobson.engine.time.Pace;
import hobson.engine.user.Authorization;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done of a build that was over before the store knew. */
class ExecutionTest {
    private static final Job JOB = new Job(
            1,
            ItemPath.of("a"),
            1,
            new JobTraits("project", null, false, Wiring.NONE, false, null),
            false,
            false,
            null,
            2,
            null,
            null);
    private static final JobDefinition NOTHING = new JobDefinition(
            "project",
            null,
            null,
            false,
            false,
            false,
            OptionalInt.empty(),
            new Placement.Anywhere(),
            null,
            null,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false);

    @TempDir
    Path home;

    private final List<Build> written = new ArrayList<>();
    private int failures;

    private Build running() {
        return Build.begun(1, 1, 1, 0, List.of(), null)
                .withWorkspace(home.resolve("workspace/a").toString());
    }

    private BuildStore store() {
        return (BuildStore) Proxy.newProxyInstance(
                BuildStore.class.getClassLoader(),
                new Class<?>[] {BuildStore.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "inProgress" -> List.of(running());
                    case "history" -> List.of(running().summary());
                    case "update" -> write((Build) arguments[0]);
                    default -> throw new AssertionError(method + " was called");
                });
    }

    private boolean write(Build build) {
        if (failures-- > 0) {
            throw new IllegalStateException("the disk is full");
        }
        return written.add(build);
    }

    /** Another execution of a build whose journal says that. */
    private Execution again(String journal) throws IOException {
        var builds = new Builds(store(), KnownJobs.of(JOB), new BuildFolders(home));
        var workspaces = new Workspaces(home);
        var vault = new Vault(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
        var services = new RunServices(
                builds,
                new NoLauncher(),
                workspaces,
                new BuildEnvironment(
                        Map.of(),
                        home,
                        "id",
                        null,
                        new Computers(Node.builtIn(1, "", false)),
                        new ParameterEnvironment(vault, Unused.of(ParameterEnvironment.Runs.class))),
                new Uploads(home, 0),
                Unused.of(FingerprintStore.class),
                Unused.of(LastChanges.class),
                Unused.of(Downstream.class),
                name -> name,
                new CredentialLookup(
                        new CredentialStores(
                                Unused.of(CredentialStore.class),
                                Unused.of(CredentialFormat.class),
                                (_, _, _) -> false,
                                InstantSource.system()),
                        KnownJobs.of(JOB),
                        new Authorization.Unsecured()),
                vault,
                Staging.AS_DEFINED,
                Pace.of(InstantSource.fixed(Instant.EPOCH)));
        var build = builds.recover().getFirst();
        Files.createDirectories(home.resolve("1/1"));
        Files.writeString(home.resolve("1/1/journal"), journal);
        return Execution.open(services, JOB, NOTHING, build, workspaces.take(JOB.path(), NOTHING), false, () -> false);
    }

    private record NoLauncher() implements Launcher {
        @Override
        public RunningProcess launch(Order order) {
            throw new AssertionError("nothing is left to be run");
        }

        @Override
        public void sweep(Map<String, String> cookies) {}
    }

    @Test
    void perform_stoppedAndOverBeforeTheCrash_saysWhoStoppedIt() throws Exception {
        try (var execution = again("begun\nstop ann\naborted\nfinished ABORTED\n")) {
            execution.perform(() -> {});
        }

        assertThat(written).singleElement().satisfies(build -> {
            assertThat(build.result()).isEqualTo(Result.ABORTED);
            assertThat(build.interruptedBy()).containsExactly("ann");
        });
    }

    @Test
    void perform_storeIsBrokenForAWhile_isWrittenInTheEnd() throws Exception {
        failures = 2;

        try (var execution = again("begun\nfinished SUCCESS\n")) {
            execution.perform(() -> {});
        }

        assertThat(written).singleElement().extracting(Build::result).isEqualTo(Result.SUCCESS);
    }

    @Test
    void fail_onlyTheEndCouldNotBeWritten_keepsTheResult() throws Exception {
        try (var execution = again("begun\nfinished SUCCESS\n")) {
            execution.fail(new IOException("the store was away for a moment"));
        }

        assertThat(written).singleElement().extracting(Build::result).isEqualTo(Result.SUCCESS);
        assertThat(home.resolve("1/1/log")).isEmptyFile();
    }
}
