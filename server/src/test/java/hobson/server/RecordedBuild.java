package hobson.server;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A build as the server describes it.
 *
 * @param id the value of its only parameter; empty without one
 * @param result empty while it has none
 * @param upstream numbers of the builds that caused it
 */
record RecordedBuild(String job, int number, String id, long queueItem, String result, List<Integer> upstream) {
    private static final String TREE =
            "allBuilds[number,queueId,result,actions[parameters[value],causes[upstreamBuild]]]";

    static List<RecordedBuild> of(String job, CrumbSession session) throws IOException, InterruptedException {
        var answer = session.get(
                "job/" + job + "/api/json?tree=" + TREE.replace("[", "%5B").replace("]", "%5D"));
        return new ObjectMapper()
                .readTree(answer.body())
                .path("allBuilds")
                .valueStream()
                .map(build -> of(job, build))
                .toList();
    }

    private static RecordedBuild of(String job, JsonNode build) {
        return new RecordedBuild(
                job,
                build.path("number").asInt(),
                build.path("actions").findPath("value").asString(""),
                build.path("queueId").asLong(),
                build.path("result").asString(""),
                build.findValues("upstreamBuild").stream().map(JsonNode::asInt).toList());
    }

    /** The line that the build itself has written. */
    String line() {
        return job + " " + number + " " + id;
    }
}
