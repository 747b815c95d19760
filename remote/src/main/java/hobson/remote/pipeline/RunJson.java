package hobson.remote.pipeline;

import static hobson.remote.page.JsonText.quoted;

import hobson.engine.build.Build;
import hobson.engine.build.Result;
import hobson.engine.item.PathSegments;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds as the stage view shows them. The builds that this server runs have no stages, wait for nobody, and nothing brings changes.
 *
 * @param root the path of the server with a slash at the end; links begin with it
 * @param now milliseconds since 1970
 */
record RunJson(String root, long now) {

    /** @param address of the build, below the root */
    String of(Build build, String address, boolean hasArtifacts) {
        long duration = build.building() ? Math.max(0, now - build.startTime()) : build.duration();
        var links = new StringBuilder(link("self", address + "wfapi/describe"));
        if (hasArtifacts) links.append(',').append(link("artifacts", address + "wfapi/artifacts"));
        return "{\"_links\":{" + links + "}"
                + ",\"id\":" + quoted(Integer.toString(build.number()))
                + ",\"name\":" + quoted(build.label())
                + ",\"status\":" + quoted(status(build.building() ? null : build.result()))
                + ",\"startTimeMillis\":" + build.startTime()
                + ",\"endTimeMillis\":" + (build.startTime() + duration)
                + ",\"durationMillis\":" + duration
                + ",\"queueDurationMillis\":" + Math.max(0, build.startTime() - build.timestamp())
                + ",\"pauseDurationMillis\":0,\"stages\":[]}";
    }

    String ofJob(String name, String address, int runs) {
        return "{\"_links\":{" + link("self", address + "wfapi/describe") + "," + link("runs", address + "wfapi/runs")
                + "},\"name\":" + quoted(name) + ",\"runCount\":" + runs + "}";
    }

    /** @param sizes in bytes, in the order of the paths */
    String artifacts(List<String> paths, List<Long> sizes, String address) {
        var json = new StringBuilder("[");
        for (int i = 0; i < paths.size(); i++) {
            var path = paths.get(i);
            json.append(i == 0 ? "" : ",").append("{\"id\":\"n").append(i + 1);
            json.append("\",\"name\":").append(quoted(path.substring(path.lastIndexOf('/') + 1)));
            json.append(",\"path\":").append(quoted(path));
            json.append(",\"url\":").append(quoted(root + address + "artifact/" + encoded(path)));
            json.append(",\"size\":").append(sizes.get(i)).append('}');
        }
        return json.append(']').toString();
    }

    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1)).map(PathSegments::encode).collect(Collectors.joining("/"));
    }

    private String link(String name, String address) {
        return quoted(name) + ":{\"href\":" + quoted(root + address) + "}";
    }

    private static String status(@Nullable Result result) {
        return switch (result) {
            case null -> "IN_PROGRESS";
            case SUCCESS -> "SUCCESS";
            case UNSTABLE -> "UNSTABLE";
            case FAILURE -> "FAILED";
            case NOT_BUILT -> "NOT_EXECUTED";
            case ABORTED -> "ABORTED";
        };
    }
}
