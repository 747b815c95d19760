package hobson.parts.fingerprint;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import java.util.List;

/** {@code hudson.tasks.Fingerprinter}. */
public final class FingerprintPart implements Part {
    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(
                Role.PUBLISHER,
                "hudson.tasks.Fingerprinter",
                (e, _) -> new Fingerprinter(
                        e.text("targets").orElse(""),
                        e.text("excludes").orElse(""),
                        e.flag("defaultExcludes", true),
                        e.flag("caseSensitive", true))));
    }
}
