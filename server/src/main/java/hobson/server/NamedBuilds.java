package hobson.server;

import hobson.engine.build.Builds;
import hobson.engine.item.ItemPath;
import hobson.engine.item.ItemRegistry;
import hobson.engine.parameter.ParameterEnvironment;
import org.jspecify.annotations.Nullable;

/** What a build is told of another one that a parameter names. */
final class NamedBuilds implements ParameterEnvironment.Runs {
    private final ItemRegistry registry;
    private final Builds builds;
    private final String root;

    /** @param rootUrl null while it is not known */
    NamedBuilds(ItemRegistry registry, Builds builds, @Nullable String rootUrl) {
        this.registry = registry;
        this.builds = builds;
        this.root = rootUrl == null ? "" : rootUrl;
    }

    @Override
    public String url(String job, int number) {
        return root + ItemPath.of(job).url() + number + "/";
    }

    @Override
    public String displayName(String job, int number) {
        return registry.find(ItemPath.of(job))
                .flatMap(found -> builds.find(found.id(), number))
                .map(build -> build.label())
                .orElse("");
    }

    @Override
    public String result(String job, int number) {
        return registry.find(ItemPath.of(job))
                .flatMap(found -> builds.find(found.id(), number))
                .filter(build -> !build.building())
                .map(build -> String.valueOf(build.result()))
                .orElse("");
    }
}
