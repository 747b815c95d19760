package hobson.engine.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All that one owner has. Immutable.
 *
 * @param domains by name; the global one is always there
 */
public record StoreContent(Map<String, DomainContent> domains) {
    static final StoreContent EMPTY =
            new StoreContent(new TreeMap<>(Map.of("", new DomainContent(CredentialDomain.GLOBAL, List.of()))));

    public Optional<DomainContent> find(String domain) {
        return Optional.ofNullable(domains.get(domain));
    }

    /** The first credential of that id in any domain. */
    Optional<Credential> findAnywhere(String id) {
        return domains.values().stream()
                .flatMap(domain -> domain.find(id).stream())
                .findFirst();
    }

    StoreContent with(DomainContent content) {
        var more = new TreeMap<>(domains);
        more.put(content.domain().name(), content);
        return new StoreContent(more);
    }

    StoreContent without(String domain) {
        var fewer = new TreeMap<>(domains);
        fewer.remove(domain);
        return new StoreContent(fewer);
    }

    StoreContent changed(String domain, UnaryOperator<DomainContent> change) {
        return find(domain).map(content -> with(change.apply(content))).orElse(this);
    }
}
