package hobson.parts;

import hobson.engine.Reader;
import hobson.engine.item.ItemFormat;
import hobson.engine.item.JobDefinition;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.secret.Secret;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.export.Budget;
import hobson.export.Exporter;
import hobson.export.Flavour;
import hobson.export.Query;
import hobson.export.Rendering;
import hobson.export.Requester;
import hobson.export.Schema;
import hobson.export.Subject;
import hobson.parts.document.Limits;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** The standard parts, and short ways to use them. */
public final class TestParts {
    /** The job {@code ok} has five builds; secrets are turned around. */
    public static final ParameterDefinition.Surroundings SURROUNDINGS = new ParameterDefinition.Surroundings() {
        @Override
        public OptionalInt newestBuild(String job, ParameterDefinition.BuildFilter filter) {
            return job.equals("ok") ? OptionalInt.of(5) : OptionalInt.empty();
        }

        @Override
        public boolean buildExists(String job, int number) {
            return job.equals("ok") && number <= 5;
        }

        @Override
        public Secret protect(String secret) {
            return new Secret(new StringBuilder(secret).reverse().toString());
        }

        @Override
        public Secret protectWritten(String written) {
            return protect(written);
        }
    };

    public static final Parts PARTS = new Parts(Parts.standard(_ -> SURROUNDINGS));
    public static final ItemFormat FORMAT = PARTS.format(Limits.DEFAULT);

    private static final Reader READER =
            new Reader(Caller.SYSTEM, new Authorization.Unsecured(), "http://h/", "", () -> {});
    private static final Exporter EXPORTER = new Exporter(Budget.DEFAULT, System::nanoTime);

    private TestParts() {}

    public static JobDefinition read(String document) {
        return (JobDefinition) FORMAT.read(document.getBytes(StandardCharsets.UTF_8));
    }

    /** The only step of a job that is made of it. */
    public static hobson.engine.run.BuildStep step(String element) {
        return read("<project><builders>" + element + "</builders></project>")
                .steps()
                .getFirst();
    }

    /** The only publisher of a job that is made of it. */
    public static hobson.engine.run.Publisher publisher(String element) {
        return read("<project><publishers>" + element + "</publishers></project>")
                .publishers()
                .getFirst();
    }

    /** The object as JSON, alone. */
    public static <T> String json(T object) {
        var schema = PARTS.of(object);
        if (schema == null) {
            return "{}";
        }
        return json(schema, object);
    }

    @SuppressWarnings("unchecked") // the schema is the one of the object's own class
    private static <T, S extends T> String json(Schema<S, Reader> schema, T object) {
        var rendering = EXPORTER.render(
                new Subject<>(schema, (S) object, READER), Query.of(Flavour.JSON, TestParts::depth), Requester.SECURE);
        return new String(((Rendering.Whole) rendering).body(), StandardCharsets.UTF_8);
    }

    private static java.util.List<String> depth(String parameter) {
        return parameter.equals("depth") ? java.util.List.of("1") : java.util.List.of();
    }
}
