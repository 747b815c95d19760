package hobson.remote.cli.build;

import hobson.engine.build.BuildId;
import hobson.engine.build.BuildSummary;
import hobson.engine.build.Builds;
import hobson.engine.build.History;
import hobson.engine.item.Job;
import hobson.engine.user.Caller;
import hobson.remote.cli.CommandFailure;
import hobson.remote.cli.NamedItems;
import hobson.remote.cli.Nearest;
import hobson.remote.route.BuildNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the builds that arguments name ({@code cli.md §7.3}). */
record NamedBuilds(NamedItems items, Builds builds) {
    Job job(Caller caller, String name) {
        return items.job(caller, name);
    }

    Job jobOfMethod(Caller caller, String name) {
        return items.jobOfMethod(caller, name);
    }

    Optional<BuildId> find(Job job, int number) {
        return Optional.ofNullable(history(job).find(number)).map(build -> new BuildId(job.id(), build.number()));
    }

    private History history(Job job) {
        return builds.history(job.id());
    }

    /** @param name a number or a permalink */
    BuildId find(Job job, String name) {
        var number = BuildNames.number(name);
        if (number.isPresent()) {
            return find(job, number.getAsInt())
                    .orElseThrow(() -> CommandFailure.argument("No such build #" + number.getAsInt()));
        }
        var permalink = BuildNames.permalink(name);
        if (permalink == null) {
            throw CommandFailure.argument("Not sure what you meant by \"" + name + "\"."
                    + Nearest.to(name, BuildNames.permalinks().stream().sorted())
                            .map(near -> " Did you mean \"" + near + "\"?")
                            .orElse(""));
        }
        var found = history(job).of(permalink);
        if (found == null) {
            throw CommandFailure.state("Permalink " + name + " produced no build");
        }
        return new BuildId(job.id(), found.number());
    }

    /** Those that exist, piece by piece of the range in its order; some twice when the pieces overlap. */
    List<BuildId> find(Job job, BuildRange range) {
        var history = history(job);
        var found = new ArrayList<BuildId>();
        for (var piece : range.pieces()) {
            BuildSummary build = history.find(piece.first());
            for (build = build == null ? history.after(piece.first()) : build;
                    build != null && build.number() <= piece.last();
                    build = history.after(build.number())) {
                found.add(new BuildId(job.id(), build.number()));
            }
        }
        return found;
    }
}
