package hobson.remote.read;

import hobson.engine.Reader;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.List;

/** What changed between two builds (objects.md §8.2). No part of this server brings changes yet, so it is always nothing. */
final class ChangeSets {
    static final Empty NONE = new Empty();

    private static final Schema<Empty, Reader> EMPTY = Schema.<Empty, Reader>named("hudson.scm.EmptyChangeLogSet")
            .list(
                    "items",
                    Show.ALWAYS,
                    Kind.<Object, Reader>declared("hudson.scm.ChangeLogSet$Entry", _ -> null),
                    (_, _) -> List.of())
            .text("kind", Show.ALWAYS, (_, _) -> null)
            .build();

    private ChangeSets() {}

    record Empty() {}

    static Kind<Empty, Reader> kind() {
        return Kind.<Empty, Reader>declared("hudson.scm.ChangeLogSet", _ -> EMPTY)
                .among(() -> List.of(EMPTY));
    }

    /** Who made the changes. */
    static Kind<Object, Reader> culprits() {
        return Kind.declared("hudson.model.User", _ -> null);
    }
}
