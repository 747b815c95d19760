package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what to builds (endpoints.md §5). */
class BuildPermissionsIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.of(
            "admin: Overall/Administer",
            "reader: Overall/Read, Job/Read",
            "stopper: Overall/Read, Job/Read, Job/Cancel",
            "updater: Overall/Read, Job/Read, Run/Update",
            "deleter: Overall/Read, Job/Read, Run/Delete");

    private static final Map<String, WireClient> CLIENTS = new HashMap<>();

    @BeforeAll
    static void createJobs() throws Exception {
        for (var user : new String[] {"admin", "reader", "stopper", "updater", "deleter"}) {
            CLIENTS.put(user, SERVER.as(user));
        }
        var admin = client("admin");
        admin.create("endless", Project.of("<concurrentBuild>true</concurrentBuild>", shell("exec sleep 600")));
        admin.start("endless", "build");
        admin.start("endless", "build");
        admin.create("kept", Project.of());
        admin.build("kept", "build");
        admin.post("job/kept/1/toggleLogKeep");
        admin.create("done", Project.of());
        for (int i = 0; i < 6; i++) admin.build("done", "build");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reader  | job/endless/1/stop                           | Job.Cancel
            updater | job/endless/1/stop                           | Job.Cancel
            deleter | job/endless/1/stop                           | Job.Cancel
            reader  | job/done/1/toggleLogKeep                     | Run.Update
            deleter | job/done/1/toggleLogKeep                     | Run.Update
            updater | job/kept/1/toggleLogKeep                     | Run.Delete
            reader  | job/done/1/submitDescription?description=x   | Run.Update
            deleter | job/done/1/configSubmit?json=%7B%7D          | Run.Update
            updater | job/done/1/doDelete                          | Run.Delete
            stopper | job/done/1/doDelete                          | Run.Delete
            """)
    void action_withoutItsPermission_isDenied(String user, String path, String permission) throws Exception {
        var answer = client(user).post(path);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("X-Required-Permission")).endsWith(permission.replace("Job.", "Item."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stopper | job/endless/2/stop
            reader  | job/done/1/stop
            updater | job/done/2/toggleLogKeep
            updater | job/done/3/submitDescription?description=x
            updater | job/done/4/configSubmit?json=%7B%22displayName%22%3A%22x%22%7D
            deleter | job/done/5/doDelete
            """)
    void action_withItsPermission_isDone(String user, String path) throws Exception {
        assertThat(client(user).post(path).status()).isEqualTo(302);
    }

    private static WireClient client(String user) {
        return Objects.requireNonNull(CLIENTS.get(user));
    }
}
