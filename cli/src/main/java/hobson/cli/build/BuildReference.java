package hobson.cli.build;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Session;
import hobson.client.Build;
import hobson.client.Job;
import hobson.client.Permalink;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A build as people name it: {@code 12}, {@code #12}, {@code lastBuild} and the other names that servers know. */
public final class BuildReference {
    private BuildReference() {}

    /**
     * The build that the user has named; whether it exists is not asked.
     *
     * @throws CommandFailure when it is none of them
     */
    public static Build of(Session session, String jobName, String text) {
        var build = of(session.job(jobName), text);
        session.looksAt(build, text);
        return build;
    }

    private static Build of(Job job, String text) {
        var number = text.startsWith("#") ? text.substring(1) : text;
        if (number.matches("\\d{1,9}")) {
            return job.build(Integer.parseInt(number));
        }
        return Arrays.stream(Permalink.values())
                .filter(permalink -> permalink.id().equals(text))
                .findFirst()
                .map(job::build)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.USAGE,
                        "'" + text + "' is no build: it is a number or one of "
                                + Arrays.stream(Permalink.values())
                                        .map(Permalink::id)
                                        .collect(Collectors.joining(", ")) + "."));
    }
}
