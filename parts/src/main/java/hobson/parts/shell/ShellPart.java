package hobson.parts.shell;

import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import java.util.List;

/** {@code hudson.tasks.Shell}. */
public final class ShellPart implements Part {
    @Override
    public List<Reading<?>> reads() {
        return List.of(Reading.of(
                Role.BUILDER,
                "hudson.tasks.Shell",
                (e, _) -> new ShellStep(
                        e.text("command").orElse(""), e.number("unstableReturn").orElse(0))));
    }
}
