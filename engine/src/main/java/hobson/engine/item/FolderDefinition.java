package hobson.engine.item;

import hobson.engine.item.JobDefinition.UnknownPart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's document says, typed.
 *
 * @param computed the folder's items are found by a scan, not made by callers
 * @param parts every known property, its views, and how its health is found
 * @param unknown parts that were kept and cannot be acted on
 */
public record FolderDefinition(
        String kind,
        @Nullable String description,
        @Nullable String displayName,
        boolean disabled,
        boolean computed,
        List<Object> parts,
        List<UnknownPart> unknown,
        boolean holdsSecrets)
        implements ItemDefinition {

    public FolderDefinition {
        parts = List.copyOf(parts);
        unknown = List.copyOf(unknown);
    }
}
