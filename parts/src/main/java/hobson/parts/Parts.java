package hobson.parts;

import hobson.engine.Reader;
import hobson.engine.item.ItemFormat;
import hobson.engine.parameter.ParameterDefinition;
import hobson.export.Schema;
import hobson.parts.artifact.ArtifactPart;
import hobson.parts.credential.BindingPart;
import hobson.parts.discard.DiscardPart;
import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import hobson.parts.downstream.DownstreamPart;
import hobson.parts.fingerprint.FingerprintPart;
import hobson.parts.git.GitPart;
import hobson.parts.job.JobDocuments;
import hobson.parts.job.Readings;
import hobson.parts.junit.JUnitPart;
import hobson.parts.parameter.ParameterPart;
import hobson.parts.pipeline.PipelinePart;
import hobson.parts.security.MatrixPart;
import hobson.parts.shell.ShellPart;
import hobson.parts.trigger.TriggerPart;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts that a server has: how jobs are read, and how what they are made of is shown. Its own are always the same; those of plugins
 * come and go.
 */
public final class Parts implements Schemas {
    private final Map<Class<?>, Schema<?, Reader>> own;
    private final Readings readings;
    private volatile Map<Class<?>, Schema<?, Reader>> schemas;

    /** @throws IllegalArgumentException two parts claim the same class */
    public Parts(List<Part> parts) {
        readings = new Readings(parts);
        schemas = Map.of();
        own = merged(schemas, parts);
        schemas = own;
    }

    /**
     * Jobs are read, and what they are made of is shown, with these besides the server's own from now on, and with no others.
     *
     * @throws IllegalArgumentException two parts claim the same class; nothing has changed
     */
    public void use(List<Part> plugins) {
        var extended = merged(own, plugins);
        readings.use(plugins);
        schemas = extended;
    }

    private Map<Class<?>, Schema<?, Reader>> merged(Map<Class<?>, Schema<?, Reader>> some, List<Part> more) {
        var all = new HashMap<>(some);
        for (var part : more) {
            for (var showing : part.shows(this)) {
                if (all.put(showing.type(), showing.schema()) != null) {
                    throw new IllegalArgumentException(
                            "two parts show " + showing.type().getName());
                }
            }
        }
        return all;
    }

    /** Whether elements of that class are read in that role. */
    public boolean reads(Role<?> role, String className) {
        return readings.reads(role, className);
    }

    /**
     * Those that every server has.
     *
     * @param surroundings what a parameter's default is found with when it is shown to that reader
     */
    public static List<Part> standard(Function<Reader, ParameterDefinition.Surroundings> surroundings) {
        return List.of(
                new ParameterPart(surroundings),
                new DiscardPart(),
                new ShellPart(),
                new ArtifactPart(),
                new FingerprintPart(),
                new MatrixPart(),
                new PipelinePart(),
                new JUnitPart(),
                new DownstreamPart(),
                new TriggerPart(),
                new GitPart(),
                new BindingPart());
    }

    /** Reads jobs that are made of these parts. */
    public ItemFormat format(Limits limits) {
        return documents(limits);
    }

    /** As {@link #format}, with what only an import does to documents. */
    public JobDocuments documents(Limits limits) {
        return new JobDocuments(new Documents(limits), readings);
    }

    /** How everything is shown that these parts show. */
    public Collection<Schema<?, Reader>> schemas() {
        return schemas.values();
    }

    @Override
    @SuppressWarnings("unchecked") // it was added under the object's own class
    public <T> @Nullable Schema<? extends T, Reader> of(T object) {
        return (Schema<? extends T, Reader>) schemas.get(object.getClass());
    }
}
