package hobson.engine.credential;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of the credentials of one store, with the places that they are for. Immutable.
 *
 * @param name empty for the domain that every store has, whose credentials are for any place
 */
public record CredentialDomain(String name, @Nullable String description, List<Specification> specifications) {
    public static final CredentialDomain GLOBAL = new CredentialDomain("", null, List.of());

    public CredentialDomain {
        specifications = List.copyOf(specifications);
    }

    public boolean global() {
        return name.isEmpty();
    }

    /** For which places. Patterns are lists separated by commas, as they were written. */
    public sealed interface Specification {
        record Hostname(String includes, String excludes) implements Specification {}

        record HostnamePort(String includes, String excludes) implements Specification {}

        record Scheme(String schemes) implements Specification {}

        record Path(String includes, String excludes, boolean caseSensitive) implements Specification {}
    }
}
