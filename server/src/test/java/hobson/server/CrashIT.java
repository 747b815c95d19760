package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/** Kills the server in the middle of a storm of triggers and builds, again and again, and looks for what it had acknowledged. */
class CrashIT {
    private static final System.Logger LOG = System.getLogger(CrashIT.class.getName());
    private static final int ROUNDS = 12;
    private static final int FEWEST = 10;
    private static final int MOST = 90;
    private static final List<String> JOBS = List.of("one", "other", "concurrent", "upstream");
    private static final String DOWNSTREAM = """
            <publishers><hudson.tasks.BuildTrigger>
              <childProjects>downstream</childProjects><threshold><name>SUCCESS</name></threshold>
            </hudson.tasks.BuildTrigger></publishers>""";

    private final long seed = Long.getLong("hobson.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TriggerStorm storm = new TriggerStorm(JOBS, random);

    @TempDir
    Path folder;

    @Test
    void storm_killedAgainAndAgain_runsWhatItAcknowledgedOnce() throws Exception {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                try (var server = serve()) {
                    if (round == 0) {
                        createJobs(server);
                    }
                    storm.killAfter(random.nextInt(FEWEST, MOST), server);
                }
            }
            try (var server = serve();
                    var session = CrumbSession.open(server)) {
                storm.repeatAll(server);
                awaitEnd(server);
                assertNothingLostNothingTwice(session);
                assertDownstreamTriggeredOnce(session);
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError("with -Dhobson.crash.seed=" + seed, e);
        }
    }

    private ServerProcess serve() throws Exception {
        return ServerProcess.serve(folder.resolve("home"), "--open");
    }

    private void createJobs(ServerProcess server) throws Exception {
        try (var session = CrumbSession.open(server)) {
            for (var job : JOBS) {
                create(session, job, configuration(job));
            }
            create(session, "downstream", "<project><quietPeriod>0</quietPeriod></project>");
        }
    }

    private static void create(CrumbSession session, String job, String configuration) throws Exception {
        var answer = session.post("createItem?name=" + job, configuration, "Content-Type", "application/xml");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Two steps, so that a crash also falls between steps. */
    private String configuration(String job) {
        return """
                <project>
                  <concurrentBuild>%s</concurrentBuild>
                  <properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>
                    <hudson.model.StringParameterDefinition><name>ID</name></hudson.model.StringParameterDefinition>
                  </parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>
                  <builders>
                    <hudson.tasks.Shell><command>#!/bin/sh
                echo "$JOB_NAME $BUILD_NUMBER $ID" &gt;&gt; '%s'</command></hudson.tasks.Shell>
                    <hudson.tasks.Shell><command>#!/bin/sh
                exit 0</command></hudson.tasks.Shell>
                  </builders>
                  %s
                </project>
                """.formatted(job.equals("concurrent"), ran(), job.equals("upstream") ? DOWNSTREAM : "");
    }

    /** Where each build writes one line. */
    private Path ran() {
        return folder.resolve("ran");
    }

    /** Builds that end may put others into the queue, and those none. */
    private static void awaitEnd(ServerProcess server) throws Exception {
        awaitIdle(server);
        awaitIdle(server);
    }

    private static void awaitIdle(ServerProcess server) throws Exception {
        server.awaitBody("queue/api/json?tree=items%5Bid%5D", "\"items\":[]");
        server.awaitBody("computer/api/json?tree=busyExecutors", "\"busyExecutors\":0");
    }

    private void assertNothingLostNothingTwice(CrumbSession session) throws Exception {
        var lines = Files.readAllLines(ran());
        var ids = lines.stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
        var acknowledged = storm.items().keySet().stream().map(StormTrigger::id).toList();
        tell(ids, acknowledged);

        assertThat(ids).as("run").containsAll(acknowledged).doesNotHaveDuplicates();
        assertThat(lines.stream().map(line -> line.substring(0, line.lastIndexOf(' '))))
                .as("build numbers")
                .doesNotHaveDuplicates();
        var builds = new ArrayList<RecordedBuild>();
        for (var job : JOBS) {
            builds.addAll(RecordedBuild.of(job, session));
        }
        assertThat(builds).extracting(RecordedBuild::line).containsExactlyInAnyOrderElementsOf(lines);
        assertThat(builds).extracting(RecordedBuild::result).containsOnly("SUCCESS");
        assertThat(builds).extracting(RecordedBuild::queueItem).doesNotHaveDuplicates();
        assertItemsLeadToTheirBuilds(session, builds);
    }

    private void tell(List<String> run, List<String> acknowledged) {
        var distinct = new HashSet<>(run);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} rounds, {1} triggers sent, {2} acknowledged, {3} run, lost {4}, duplicated {5}",
                ROUNDS,
                storm.sent(),
                acknowledged.size(),
                distinct.size(),
                acknowledged.stream().filter(id -> !distinct.contains(id)).count(),
                run.size() - distinct.size());
    }

    private void assertItemsLeadToTheirBuilds(CrumbSession session, List<RecordedBuild> builds) throws Exception {
        for (var entry : storm.items().entrySet()) {
            var trigger = entry.getKey();
            var answer = session.get("queue/item/" + entry.getValue() + "/api/json");
            var item = new ObjectMapper().readTree(answer.body());
            int number = item.path("executable").path("number").asInt();

            assertThat(item.path("task").path("name").asString()).isEqualTo(trigger.job());
            assertThat(builds)
                    .as("build of item %d of %s", entry.getValue(), trigger)
                    .filteredOn(build -> build.job().equals(trigger.job()) && build.number() == number)
                    .singleElement()
                    .returns(trigger.id(), RecordedBuild::id)
                    .returns(entry.getValue(), RecordedBuild::queueItem);
        }
    }

    /** Equal triggers that wait at the same time are one build with the causes of all. */
    private static void assertDownstreamTriggeredOnce(CrumbSession session) throws Exception {
        var upstream = RecordedBuild.of("upstream", session).stream().map(RecordedBuild::number);
        var downstream = RecordedBuild.of("downstream", session);

        assertThat(downstream).extracting(RecordedBuild::result).containsOnly("SUCCESS");
        assertThat(downstream)
                .flatExtracting(RecordedBuild::upstream)
                .as("builds that triggered downstream")
                .containsExactlyInAnyOrderElementsOf(upstream.toList());
    }
}
