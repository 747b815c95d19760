package hobson.parts.files;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which files of a folder are meant: those that an included pattern matches, and no excluded one. Immutable. */
public final class FilePatterns {
    /** What Ant excludes by default: the files of version control systems, and editors' leftovers. */
    private static final List<String> DEFAULT_EXCLUDES = List.of(
            "**/*~",
            "**/#*#",
            "**/.#*",
            "**/%*%",
            "**/._*",
            "**/CVS",
            "**/CVS/**",
            "**/.cvsignore",
            "**/SCCS",
            "**/SCCS/**",
            "**/vssver.scc",
            "**/.svn",
            "**/.svn/**",
            "**/.git",
            "**/.git/**",
            "**/.gitattributes",
            "**/.gitignore",
            "**/.gitmodules",
            "**/.hg",
            "**/.hg/**",
            "**/.hgignore",
            "**/.hgsub",
            "**/.hgsubstate",
            "**/.hgtags",
            "**/.bzr",
            "**/.bzr/**",
            "**/.bzrignore",
            "**/.DS_Store");

    private final List<AntPattern> includes;
    private final List<AntPattern> excludes;

    private FilePatterns(List<AntPattern> includes, List<AntPattern> excludes) {
        this.includes = includes;
        this.excludes = excludes;
    }

    /**
     * @param includes patterns separated by commas
     * @param excludes the same
     * @param defaultExcludes also exclude what hardly anybody wants
     */
    public static FilePatterns of(String includes, String excludes, boolean defaultExcludes, boolean caseSensitive) {
        var always = defaultExcludes ? DEFAULT_EXCLUDES.stream() : Stream.<String>empty();
        return new FilePatterns(
                compiled(split(includes), caseSensitive),
                compiled(Stream.concat(split(excludes), always), caseSensitive));
    }

    private static Stream<String> split(String patterns) {
        return Arrays.stream(patterns.split(",")).map(String::strip).filter(p -> !p.isEmpty());
    }

    private static List<AntPattern> compiled(Stream<String> patterns, boolean caseSensitive) {
        return patterns.map(p -> AntPattern.of(p, caseSensitive)).toList();
    }

    /** @param path the names in a relative path */
    public boolean matches(List<String> path) {
        return any(includes, path) && !any(excludes, path);
    }

    private static boolean any(List<AntPattern> patterns, List<String> path) {
        for (var pattern : patterns) {
            if (pattern.matches(path)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is worth looking into that folder. */
    boolean mayMatchBelow(List<String> folder) {
        return includes.stream().anyMatch(p -> p.mayMatchBelow(folder))
                && excludes.stream().noneMatch(p -> p.matchesAllBelow(folder));
    }
}
