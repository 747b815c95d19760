package hobson.parts;

import hobson.engine.Reader;
import hobson.engine.item.JobFormat;
import hobson.engine.parameter.ParameterDefinition;
import hobson.export.Schema;
import hobson.parts.artifact.ArtifactPart;
import hobson.parts.credential.BindingPart;
import hobson.parts.discard.DiscardPart;
import hobson.parts.document.Documents;
import hobson.parts.document.Limits;
import hobson.parts.downstream.DownstreamPart;
import hobson.parts.fingerprint.FingerprintPart;
import hobson.parts.job.JobDocuments;
import hobson.parts.job.Readings;
import hobson.parts.junit.JUnitPart;
import hobson.parts.parameter.ParameterPart;
import hobson.parts.pipeline.PipelinePart;
import hobson.parts.security.MatrixPart;
import hobson.parts.shell.ShellPart;
import hobson.parts.trigger.TriggerPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts that a server has: how jobs are read, and how what they are made of is shown. Immutable. */
public final class Parts implements Schemas {
    private final List<Part> parts;
    private final Map<Class<?>, Schema<?, Reader>> schemas = new HashMap<>();

    /** @throws IllegalArgumentException two parts claim the same class */
    public Parts(List<Part> parts) {
        this.parts = List.copyOf(parts);
        for (var part : parts) {
            part.shows(this).forEach(this::add);
        }
    }

    private void add(Showing<?> showing) {
        if (schemas.put(showing.type(), showing.schema()) != null) {
            throw new IllegalArgumentException(
                    "two parts show " + showing.type().getName());
        }
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
                new BindingPart());
    }

    /** Reads jobs that are made of these parts. */
    public JobFormat format(Limits limits) {
        return new JobDocuments(new Documents(limits), new Readings(parts));
    }

    @Override
    @SuppressWarnings("unchecked") // it was added under the object's own class
    public <T> @Nullable Schema<? extends T, Reader> of(T object) {
        return (Schema<? extends T, Reader>) schemas.get(object.getClass());
    }
}
