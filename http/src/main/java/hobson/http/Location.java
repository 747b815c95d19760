package hobson.http;

/** Makes the target of a redirect absolute (remote-api.md §7.1): scheme and host are those that the caller used. */
final class Location {
    private Location() {}

    static String absolute(String target, Request request) {
        if (hasScheme(target)) return target;
        var origin = request.origin().url();
        if (target.startsWith("//")) return request.origin().scheme() + ":" + target;
        if (target.startsWith("/")) return origin + target;
        var path = request.path().canonical();
        if (target.startsWith("?")) return origin + path + target;
        return origin + below(path.substring(0, path.lastIndexOf('/') + 1), target);
    }

    /** Resolves the dots at the start of {@code target} against a directory that ends in a slash. */
    private static String below(String directory, String target) {
        if (target.equals(".") || target.startsWith("./")) {
            return below(directory, target.substring(Math.min(2, target.length())));
        }
        if (target.equals("..") || target.startsWith("../")) {
            var parent = directory.substring(0, directory.lastIndexOf('/', Math.max(0, directory.length() - 2)) + 1);
            return below(parent.isEmpty() ? "/" : parent, target.substring(Math.min(3, target.length())));
        }
        return directory + target;
    }

    private static boolean hasScheme(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == ':') return i > 0;
            if (c == '/' || c == '?' || c == '#') return false;
        }
        return false;
    }
}
