package hobson.parts.artifact;

import hobson.engine.Reader;
import hobson.export.Schema;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.Schemas;
import hobson.parts.Showing;
import hobson.parts.document.Element;
import java.util.List;

/** {@code hudson.tasks.ArtifactArchiver}. */
public final class ArtifactPart implements Part {
    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(Role.PUBLISHER, "hudson.tasks.ArtifactArchiver", (e, _) -> archiver(e)));
    }

    /** Of the archived files; the archiver itself shows nothing. */
    @Override
    public List<Showing<?>> shows(Schemas all) {
        return List.of(new Showing<>(
                Artifact.class,
                Schema.<Artifact, Reader>named("hudson.model.Run$Artifact")
                        .visibility(3)
                        .text("displayPath", (artifact, _) -> artifact.displayPath())
                        .text("fileName", (artifact, _) -> artifact.fileName())
                        .text("relativePath", (artifact, _) -> artifact.relativePath())
                        .build()));
    }

    private static ArtifactArchiver archiver(Element e) {
        return new ArtifactArchiver(
                e.text("artifacts").orElse(""),
                e.text("excludes").orElse(""),
                e.flag("allowEmptyArchive", false),
                e.flag("onlyIfSuccessful", false),
                e.flag("fingerprint", false),
                e.flag("defaultExcludes", true),
                e.flag("caseSensitive", true),
                e.flag("followSymlinks", true));
    }
}
