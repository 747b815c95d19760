package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.item.Job;
import hobson.engine.node.Computers;
import hobson.engine.node.Node;
import hobson.engine.parameter.ParameterEnvironment;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of a build ({@code queue-and-scheduling.md §17}). */
public final class BuildEnvironment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_.]*)}");
    private static final List<String> MARKS = List.of(
            "JENKINS_SERVER_COOKIE",
            "HUDSON_SERVER_COOKIE",
            "BUILD_NUMBER",
            "BUILD_ID",
            "BUILD_TAG",
            "JOB_NAME",
            "JOB_BASE_NAME");

    private final Map<String, String> inherited;
    private final Path home;
    private final String serverId;
    private final @Nullable String rootUrl;
    private final Computers computers;
    private final ParameterEnvironment parameters;

    /**
     * @param inherited the environment of the server
     * @param serverId marks the processes of this server's builds
     * @param rootUrl null when it is not configured: builds are then not told any address
     */
    public BuildEnvironment(
            Map<String, String> inherited,
            Path home,
            String serverId,
            @Nullable String rootUrl,
            Computers computers,
            ParameterEnvironment parameters) {
        this.inherited = Map.copyOf(inherited);
        this.home = home;
        this.serverId = serverId;
        this.rootUrl = rootUrl;
        this.computers = computers;
        this.parameters = parameters;
    }

    /** The words before the workspace in the first lines of a console: with nothing but this node there is no need to name it. */
    String where(Build build) {
        if (!build.builtOn().isEmpty()) {
            var labels = computers
                    .find(build.builtOn())
                    .map(on -> on.node().labels().strip())
                    .orElse("");
            return "remotely on " + build.builtOn() + (labels.isEmpty() ? "" : " (" + labels + ")") + " in";
        }
        return computers.hasAgents() ? "on the built-in node in" : "in";
    }

    /** @param sources what the build is told of its sources */
    public Map<String, String> of(Job job, Build build, Path workspace, Map<String, String> sources) {
        var variables = new TreeMap<>(inherited);
        variables.remove("CLASSPATH");
        var computer = computers.find(build.builtOn()).orElse(computers.builtIn());
        computer.node().variables().forEach((name, value) -> override(variables, name, value));
        characteristic(variables, job, build);
        addresses(variables, job, build);
        variables.put("EXECUTOR_NUMBER", Integer.toString(Math.max(0, build.executor())));
        variables.put("NODE_NAME", build.builtOn().isEmpty() ? Node.BUILT_IN_LABEL : build.builtOn());
        variables.put("NODE_LABELS", String.join(" ", computer.labels()));
        variables.put("WORKSPACE", workspace.toString());
        variables.put("WORKSPACE_TMP", workspace + "@tmp");
        variables.putAll(sources);
        var values = build.parameters();
        if (values != null) {
            parameters.variables(values).forEach((name, value) -> {
                variables.keySet().removeIf(name::equalsIgnoreCase);
                variables.put(name, value);
            });
        }
        variables.replaceAll((_, value) -> resolved(value, variables));
        variables.keySet().removeIf(name -> name.isEmpty() || name.indexOf('=') >= 0);
        return variables;
    }

    /** {@code PATH+WHATEVER} goes in front of {@code PATH}; an empty value removes the variable. */
    private static void override(Map<String, String> variables, String name, String value) {
        int plus = name.indexOf('+');
        var base = plus > 0 ? name.substring(0, plus) : name;
        var before = variables.get(base);
        if (value.isEmpty()) {
            variables.remove(name);
        } else if (plus > 0 && before != null && !before.isEmpty()) {
            variables.put(base, value + File.pathSeparator + before);
        } else {
            variables.put(base, value);
        }
    }

    private void characteristic(Map<String, String> variables, Job job, Build build) {
        var number = Integer.toString(build.number());
        variables.put("CI", "true");
        variables.put("BUILD_NUMBER", number);
        variables.put("BUILD_ID", number);
        variables.put("BUILD_DISPLAY_NAME", build.label());
        variables.put("JOB_NAME", job.path().fullName());
        variables.put("JOB_BASE_NAME", job.name());
        variables.put("BUILD_TAG", "jenkins-" + job.path().fullName().replace('/', '-') + "-" + number);
        variables.put("JENKINS_HOME", home.toString());
        variables.put("HUDSON_HOME", home.toString());
        variables.put("JENKINS_SERVER_COOKIE", serverId);
        variables.put("HUDSON_SERVER_COOKIE", serverId);
        variables.put(
                "HUDSON_COOKIE",
                UUID.nameUUIDFromBytes(
                                (serverId + job.id() + "/" + number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
    }

    private void addresses(Map<String, String> variables, Job job, Build build) {
        if (rootUrl != null) {
            var jobUrl = rootUrl + job.path().url();
            variables.put("JENKINS_URL", rootUrl);
            variables.put("HUDSON_URL", rootUrl);
            variables.put("JOB_URL", jobUrl);
            variables.put("BUILD_URL", jobUrl + build.number() + "/");
        }
    }

    private static String resolved(String value, Map<String, String> variables) {
        if (!value.contains("${")) {
            return value;
        }
        return REFERENCE.matcher(value).replaceAll(match -> {
            var other = variables.get(match.group(1));
            return Matcher.quoteReplacement(other == null || other.contains("${") ? match.group() : other);
        });
    }

    /** What every process of the build carries, unless it asked to be left alone by changing one of them. */
    Map<String, String> marks(Job job, Build build) {
        var marks = new TreeMap<String, String>();
        characteristic(marks, job, build);
        marks.keySet().retainAll(MARKS);
        return marks;
    }
}
