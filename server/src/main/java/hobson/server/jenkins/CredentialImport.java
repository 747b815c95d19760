package hobson.server.jenkins;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialDomain;
import hobson.engine.credential.CredentialFields;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.credential.CredentialStores;
import hobson.engine.user.Caller;
import hobson.parts.credential.CredentialDocuments;
import hobson.parts.document.Element;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Takes in the credentials of one owner after the other; their secrets are opened on the way, and encrypted again. */
final class CredentialImport {
    private final CredentialStores stores;
    private final JenkinsSecrets secrets;
    private final ImportReport report;

    CredentialImport(CredentialStores stores, JenkinsSecrets secrets, ImportReport report) {
        this.stores = stores;
        this.secrets = secrets;
        this.report = report;
    }

    /** @param holder the element around the map of domains */
    void all(Caller caller, CredentialOwner owner, Element holder, String where) {
        for (var entry :
                holder.child("domainCredentialsMap").map(Element::children).orElse(List.of())) {
            if (entry.children().size() == 2) {
                domain(
                        caller,
                        owner,
                        entry.children().getFirst(),
                        entry.children().getLast(),
                        where);
            }
        }
    }

    private void domain(Caller caller, CredentialOwner owner, Element domain, Element list, String where) {
        var name = domain.text("name").orElse("").strip();
        try {
            if (!name.isEmpty() && stores.visible(caller, owner).find(name).isEmpty()) {
                stores.createDomain(caller, owner, CredentialDocuments.fields(domain));
            }
        } catch (Refusal e) {
            report.note(where + ", domain ‘" + name + "’", String.valueOf(e.getMessage()));
            return;
        }
        for (var credential : list.children()) {
            credential(caller, owner, name, credential, where);
        }
    }

    private void credential(Caller caller, CredentialOwner owner, String domain, Element credential, String where) {
        var id = credential.text("id").orElse("").strip();
        try {
            boolean known = stores.visible(caller, owner)
                    .find(domain.isEmpty() ? CredentialDomain.GLOBAL.name() : domain)
                    .flatMap(content -> content.find(id))
                    .isPresent();
            if (known) {
                report.present("credentials");
            } else if (id.isEmpty()) {
                report.note(where, "has a credential without an id");
            } else {
                stores.create(caller, owner, domain, new Opened(CredentialDocuments.fields(credential)));
                report.taken("credentials");
            }
        } catch (Refusal e) {
            report.note(where + ", credential ‘" + id + "’", String.valueOf(e.getMessage()));
        }
    }

    /** Fields whose secrets are in plain. */
    private final class Opened implements CredentialFields {
        private static final Set<String> BYTES = Set.of("secretBytes", "uploadedKeystoreBytes");
        private static final Set<String> SECRETS = Set.of("password", "secret", "passphrase", "privateKey");

        private final CredentialFields fields;

        Opened(CredentialFields fields) {
            this.fields = fields;
        }

        @Override
        public String kind() {
            return fields.kind();
        }

        @Override
        public Optional<String> text(String field) {
            var text = fields.text(field);
            if (text.isPresent() && secrets.isClosed(text.get())) {
                throw Refusal.badInput("its secret is not opened by the keys of this home");
            }
            if (BYTES.contains(field)) {
                return text.flatMap(secrets::bytes)
                        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
            }
            return SECRETS.contains(field) ? text.map(secrets::text) : text;
        }

        @Override
        public boolean isRedacted(String field) {
            return fields.isRedacted(field);
        }

        @Override
        public Optional<CredentialFields> child(String field) {
            return fields.child(field).map(Opened::new);
        }

        @Override
        public Iterable<CredentialFields> children(String field) {
            return StreamSupport.stream(fields.children(field).spliterator(), false)
                    .<CredentialFields>map(Opened::new)
                    .toList();
        }

        @Override
        public Optional<SentFile> file(String field) {
            return fields.file(field);
        }
    }
}
