package hobson.remote.cli.build;

import hobson.engine.Reader;
import hobson.engine.build.BuildId;
import hobson.engine.scm.Sources;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import hobson.engine.user.Authorization;
import hobson.remote.api.BuildSources;
import hobson.remote.cli.Terminal;
import hobson.remote.read.ChangeLogs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Writes what has changed in builds, in three forms. */
final class Changes {
    private final BuildSources sources;
    private final ChangeLogs logs;
    private final Authorization authorization;

    /** In the order in which {@code help} tells of them. */
    enum Format {
        XML,
        CSV,
        PLAIN
    }

    Changes(BuildSources sources, ChangeLogs logs, Authorization authorization) {
        this.sources = sources;
        this.logs = logs;
        this.authorization = authorization;
    }

    void write(List<BuildId> builds, Format format, Terminal terminal) throws IOException {
        switch (format) {
            case XML -> xml(builds, terminal);
            case CSV -> builds.forEach(build -> commits(build).forEach(commit -> csv(commit, terminal)));
            case PLAIN -> builds.forEach(build -> commits(build).forEach(commit -> plain(commit, terminal)));
        }
    }

    private Optional<Sources> changed(BuildId build) {
        return sources.of(build).filter(found -> !found.commits().isEmpty());
    }

    private List<Commit> commits(BuildId build) {
        return changed(build).map(Sources::commits).orElse(List.of());
    }

    private void plain(Commit commit, Terminal terminal) {
        terminal.out().println(logs.fullName(commit.author()) + "\t" + commit.title());
        commit.files().stream()
                .map(Touched::path)
                .distinct()
                .forEach(path -> terminal.out().println("  " + path));
    }

    private void csv(Commit commit, Terminal terminal) {
        terminal.out().println(quoted(logs.id(commit.author())) + "," + quoted(commit.title()));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\f' -> quoted.append("\\f");
                case '\b' -> quoted.append("\\b");
                default -> quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    private void xml(List<BuildId> builds, Terminal terminal) throws IOException {
        var out = terminal.out();
        var reader = new Reader(terminal.caller(), authorization, terminal.rootUrl(), "", () -> {});
        out.println("<changes>");
        for (var build : builds) {
            out.println("<build number='" + build.number() + "'>");
            var changed = changed(build);
            if (changed.isPresent()) {
                out.print(logs.xml(changed.get(), reader));
            }
            out.println("</build>");
        }
        out.println("</changes>");
    }
}
