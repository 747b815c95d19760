package hobson.http.file;

import static java.util.Map.entry;

import hobson.http.ContentType;
import hobson.http.Header;
import java.util.Locale;
import java.util.Map;

/** Content types by extension (remote-api.md §9.3); anything unknown is a download. */
public final class FileTypes {
    private static final Header TEXT = ContentType.of("text/plain");
    private static final Map<String, Header> BY_EXTENSION = Map.ofEntries(
            entry("txt", TEXT),
            entry("log", TEXT),
            entry("md", ContentType.of("text/markdown")),
            entry("html", ContentType.HTML),
            entry("htm", ContentType.HTML),
            entry("css", ContentType.of("text/css")),
            entry("csv", ContentType.of("text/csv")),
            entry("js", ContentType.of("text/javascript")),
            entry("mjs", ContentType.of("text/javascript")),
            entry("json", ContentType.of("application/json")),
            entry("xml", ContentType.of("application/xml")),
            entry("xsl", ContentType.of("application/xml")),
            entry("yaml", ContentType.of("application/yaml")),
            entry("yml", ContentType.of("application/yaml")),
            entry("svg", ContentType.of("image/svg+xml")),
            entry("png", ContentType.of("image/png")),
            entry("jpg", ContentType.of("image/jpeg")),
            entry("jpeg", ContentType.of("image/jpeg")),
            entry("gif", ContentType.of("image/gif")),
            entry("webp", ContentType.of("image/webp")),
            entry("ico", ContentType.of("image/x-icon")),
            entry("woff2", ContentType.of("font/woff2")),
            entry("pdf", ContentType.of("application/pdf")),
            entry("jar", ContentType.of("application/java-archive")),
            entry("war", ContentType.of("application/java-archive")),
            entry("zip", ContentType.ZIP),
            entry("gz", ContentType.of("application/gzip")),
            entry("tgz", ContentType.of("application/gzip")),
            entry("tar", ContentType.of("application/x-tar")),
            entry("wasm", ContentType.of("application/wasm")),
            entry("mp4", ContentType.of("video/mp4")),
            entry("webm", ContentType.of("video/webm")));

    private FileTypes() {}

    public static Header of(String fileName) {
        return BY_EXTENSION.getOrDefault(extension(fileName), ContentType.BYTES);
    }

    /** Whether it becomes much smaller when compressed. */
    static boolean isText(String fileName) {
        var type = of(fileName).value();
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("image/svg");
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
