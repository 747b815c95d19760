package hobson.parts.artifact;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import java.util.List;

/** {@code hudson.tasks.ArtifactArchiver}. */
public final class ArtifactPart implements Part {
    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(Role.PUBLISHER, "hudson.tasks.ArtifactArchiver", (e, _) -> archiver(e)));
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
