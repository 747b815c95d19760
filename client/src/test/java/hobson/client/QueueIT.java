package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What waits, waits for a label that no node has. */
class QueueIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final Hobson hobson = SERVER.admin();
    private final Queue queue = hobson.queue();
    private Job job;

    @BeforeEach
    void create() {
        job = hobson.jobs().create(SERVER.name("queued"), """
                <project><properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                <hudson.model.StringParameterDefinition><name>BRANCH</name></hudson.model.StringParameterDefinition>
                </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>
                <assignedNode>nowhere</assignedNode><canRoam>false</canRoam></project>""");
    }

    @AfterEach
    void delete() {
        job.delete();
    }

    private QueueItem waiting() {
        long id = job.trigger(Parameters.of("BRANCH", "main")).queueId();
        return Waiting.await(
                () -> queue.find(id).filter(QueueItem::isBuildable), new Pace("Until it waits for a node", PATIENCE));
    }

    @Test
    void items_somethingWaits_hasItsDetails() {
        var item = waiting();

        assertThat(queue.items(job.path())).extracting(QueueItem::id).containsExactly(item.id());
        assertThat(queue.items()).extracting(QueueItem::id).contains(item.id());
        assertThat(item.job()).isEqualTo(job.path());
        assertThat(item.name()).isEqualTo(job.path().toString());
        assertThat(item.parameters()).containsExactly(java.util.Map.entry("BRANCH", "main"));
        assertThat(item.causes()).singleElement().asString().startsWith("Started by user");
        assertThat(item.since()).isBefore(java.time.Instant.now().plus(Duration.ofDays(1)));
        assertThat(item.hasLeft()).isFalse();
        assertThat(item.build()).isEmpty();
    }

    @Test
    void item_noNodeHasItsLabel_saysWhyItWaits() {
        var item = waiting();

        assertThat(item.isBlocked()).isFalse();
        assertThat(item.isCancelled()).isFalse();
        assertThat(item.why().orElseThrow()).contains("nowhere");
        assertThat(item.estimate()).isEmpty();
    }

    @Test
    void estimate_whySaysIt_isRead() {
        var item = QueueItem.of(Json.parse("{\"why\":\"Build #1 is already in progress (ETA: 10 min)\"}"));

        assertThat(item.estimate()).contains("10 min");
    }

    @Test
    void cancel_byId_isCancelledOnce() {
        long id = waiting().id();

        queue.cancel(id);

        assertThat(queue.item(id).isCancelled()).isTrue();
        assertThat(queue.item(id).why()).isEmpty();
        assertThat(queue.items(job.path())).isEmpty();
        assertThatThrownBy(() -> queue.cancel(id)).isInstanceOf(HobsonException.Conflict.class);
    }

    @Test
    void cancel_byJob_emptiesTheQueueOfIt() {
        long id = waiting().id();

        queue.cancel(job.path());

        assertThat(queue.item(id).isCancelled()).isTrue();
    }

    @Test
    void cancel_unknownItem_isNotFound() {
        assertThatThrownBy(() -> queue.cancel(987_654_321)).isInstanceOf(HobsonException.NotFound.class);
        assertThat(queue.find(987_654_321)).isEmpty();
    }
}
