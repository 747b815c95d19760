package hobson.remote.credential;

import hobson.engine.Reader;
import hobson.engine.credential.Credential;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.credential.DomainContent;
import hobson.engine.credential.StoreContent;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How stores, domains and credentials are shown ({@code objects.md §18}). */
final class CredentialSchemas {
    private static final String PACKAGE = "com.cloudbees.plugins.credentials.";
    private static final String ACTION = PACKAGE + "CredentialsStoreAction";

    /** The stores of an object. */
    record ShownStores(List<ShownStore> stores) {}

    record ShownStore(StorePlace place, StoreContent content) {}

    record ShownDomain(StorePlace place, DomainContent content) {
        String fullName() {
            return place.fullName() + "/" + Names.url(content.domain());
        }
    }

    record ShownCredential(ShownDomain domain, Credential credential) {}

    static final Schema<ShownCredential, Reader> CREDENTIAL = Schema.<ShownCredential, Reader>named(
                    ACTION + "$CredentialsWrapper")
            .text("description", (shown, _) -> shown.credential().description())
            .text("displayName", (shown, _) -> Names.title(shown.credential()))
            .value("fingerprint", (_, _) -> null)
            .text(
                    "fullName",
                    (shown, _) -> shown.domain().fullName() + "/"
                            + hobson.http.PathText.encode(shown.credential().id()))
            .text("id", (shown, _) -> shown.credential().id())
            .text("typeName", (shown, _) -> Names.type(shown.credential()))
            .build();

    static final Schema<ShownDomain, Reader> DOMAIN = Schema.<ShownDomain, Reader>named(ACTION + "$DomainWrapper")
            .list("credentials", Kind.exactly(CREDENTIAL), (shown, _) -> credentials(shown))
            .text("description", (shown, _) -> Names.description(shown.content().domain()))
            .text("displayName", (shown, _) -> Names.title(shown.content().domain()))
            .text(
                    "fullDisplayName",
                    (shown, _) -> shown.place().fullTitle() + " » "
                            + Names.title(shown.content().domain()))
            .text("fullName", (shown, _) -> shown.fullName())
            .bool("global", (shown, _) -> shown.content().domain().global())
            .text("urlName", (shown, _) -> Names.url(shown.content().domain()))
            .build();

    private static final Schema<ShownStore, Reader> SYSTEM = store("SystemCredentialsProvider$UserFacingAction");
    private static final Schema<ShownStore, Reader> USER = store("UserCredentialsProvider$UserFacingAction");
    private static final Schema<ShownStore, Reader> FOLDER = Schema.<ShownStore, Reader>named(
                    "com.cloudbees.hudson.plugins.folder.properties."
                            + "FolderCredentialsProvider$FolderCredentialsProperty$CredentialsStoreActionImpl")
            .map("domains", Show.DEFAULT, Kind.exactly(DOMAIN), (shown, _) -> domains(shown))
            .build();

    static final Schema<ShownStores, Reader> STORES = Schema.<ShownStores, Reader>named(
                    PACKAGE + "ViewCredentialsAction")
            .map(
                    "stores",
                    Kind.<ShownStore, Reader>declared(ACTION, CredentialSchemas::of)
                            .among(CredentialSchemas::stores),
                    (shown, _) -> stores(shown))
            .build();

    private CredentialSchemas() {}

    /** Of the stores of every kind of owner. */
    static List<Schema<ShownStore, Reader>> stores() {
        return List.of(SYSTEM, USER, FOLDER);
    }

    static Schema<ShownStore, Reader> of(ShownStore store) {
        return of(store.place().owner().kind());
    }

    private static Schema<ShownStore, Reader> of(CredentialOwner.Kind kind) {
        return switch (kind) {
            case SYSTEM -> SYSTEM;
            case FOLDER -> FOLDER;
            case USER -> USER;
        };
    }

    private static Schema<ShownStore, Reader> store(String className) {
        return Schema.<ShownStore, Reader>named(PACKAGE + className)
                .map("domains", Show.DEFAULT, Kind.exactly(DOMAIN), (shown, _) -> domains(shown))
                .build();
    }

    private static Map<String, ShownDomain> domains(ShownStore store) {
        var domains = new TreeMap<String, ShownDomain>();
        for (var content : store.content().domains().values()) {
            var name = content.domain().global() ? "_" : content.domain().name();
            domains.put(name, new ShownDomain(store.place(), content));
        }
        return domains;
    }

    private static List<ShownCredential> credentials(ShownDomain domain) {
        return domain.content().credentials().stream()
                .map(credential -> new ShownCredential(domain, credential))
                .toList();
    }

    private static Map<String, ShownStore> stores(ShownStores all) {
        var stores = new TreeMap<String, ShownStore>();
        all.stores().forEach(store -> stores.put(store.place().name(), store));
        return stores;
    }
}
