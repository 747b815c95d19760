package hobson.client;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A file that a build has kept.
 *
 * @param path from the root of its artifacts, with slashes
 * @param fileName the end of that
 */
public record Artifact(String path, String fileName) {

    static Artifact of(Json json) {
        return new Artifact(json.text("relativePath"), json.text("fileName"));
    }

    /** A path of a file as a part of an address. */
    static String address(String path) {
        return Arrays.stream(path.split("/", -1)).map(ItemPath::encoded).collect(Collectors.joining("/"));
    }
}
