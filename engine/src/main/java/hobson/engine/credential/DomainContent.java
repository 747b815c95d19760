package hobson.engine.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A domain and what is in it, in the order in which it was added. Immutable. */
public record DomainContent(CredentialDomain domain, List<Credential> credentials) {
    public DomainContent {
        credentials = List.copyOf(credentials);
    }

    public Optional<Credential> find(String id) {
        return credentials.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    DomainContent with(Credential credential) {
        var more = new ArrayList<>(credentials);
        more.add(credential);
        return new DomainContent(domain, more);
    }

    DomainContent replacing(String id, Credential credential) {
        return new DomainContent(
                domain,
                credentials.stream()
                        .map(each -> each.id().equals(id) ? credential : each)
                        .toList());
    }

    DomainContent without(String id) {
        return new DomainContent(
                domain,
                credentials.stream().filter(each -> !each.id().equals(id)).toList());
    }
}
