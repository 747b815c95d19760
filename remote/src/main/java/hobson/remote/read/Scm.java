package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import java.util.List;

/** Where the sources of a job are that has none (objects.md §8.1). */
record Scm() {
    static final Scm NONE = new Scm();

    private static final Schema<Scm, Reader> NOWHERE = nowhere();

    private static Schema<Scm, Reader> nowhere() {
        var any = Schema.<Scm, Reader>named("hudson.scm.SCM")
                .object(
                        "browser",
                        Kind.<Object, Reader>declared("hudson.scm.RepositoryBrowser", _ -> null),
                        (_, _) -> null)
                .text("type", (_, _) -> "hudson.scm.NullSCM")
                .build();
        return Schema.<Scm, Reader>named("hudson.scm.NullSCM").extend(any).build();
    }

    static Schema<Scm, Reader> schema() {
        return NOWHERE;
    }

    static Kind<Scm, Reader> kind() {
        return Kind.<Scm, Reader>declared("hudson.scm.SCM", _ -> NOWHERE).among(() -> List.of(NOWHERE));
    }
}
