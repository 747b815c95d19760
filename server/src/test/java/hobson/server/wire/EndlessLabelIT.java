package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one job asks of nodes is nobody else's trouble. */
class EndlessLabelIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              quietPeriod: 0
              securityRealm: {local: {users: [{id: alice, password: alices}]}}
              authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: false}}
            """);

    @Test
    void build_ofAJobWithAnEndlessLabel_waitsWhileOthersAreBuilt() throws Exception {
        var alice = SERVER.client().as("alice", "alices").withCrumb();
        var label = "a||".repeat(50_000) + "a";
        alice.create("endless", "<project><assignedNode>" + label + "</assignedNode></project>");
        alice.create("other", Project.of(Project.shell("true")));

        assertThat(alice.post("job/endless/build").status()).isEqualTo(201);

        assertThat(alice.build("other", "build")).isEqualTo(1);
        assertThat(alice.text("queue/api/json?tree=items[task[name]]")).contains("endless");
        assertThat(alice.get("job/endless/api/json").status()).isEqualTo(200);
    }
}
