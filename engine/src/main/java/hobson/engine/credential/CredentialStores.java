package hobson.engine.credential;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import hobson.engine.item.ItemNames;
import hobson.engine.user.Caller;
import hobson.engine.user.Denied;
import hobson.engine.user.Permission;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All credentials, in memory as they are in the store. Reads never wait; changes are made one after the other and are in the store when
 * a method returns. Whoever may not view a store is told that there is none.
 */
public final class CredentialStores {
    private final CredentialStore store;
    private final CredentialFormat format;
    private final CredentialAccess access;
    private final InstantSource clock;
    private volatile Map<CredentialOwner, StoreContent> contents = Map.of();

    public CredentialStores(
            CredentialStore store, CredentialFormat format, CredentialAccess access, InstantSource clock) {
        this.store = store;
        this.format = format;
        this.access = access;
        this.clock = clock;
    }

    public void load() {
        var loaded = new HashMap<CredentialOwner, StoreContent>();
        var kept = store.load();
        for (var each : kept.domains()) {
            loaded.merge(
                    each.owner(),
                    StoreContent.EMPTY.with(new DomainContent(each.domain(), java.util.List.of())),
                    (content, _) -> content.with(new DomainContent(each.domain(), java.util.List.of())));
        }
        for (var each : kept.credentials()) {
            loaded.put(
                    each.owner(),
                    loaded.getOrDefault(each.owner(), StoreContent.EMPTY)
                            .changed(each.domain(), domain -> domain.with(each.credential())));
        }
        contents = loaded;
    }

    public boolean maySee(Caller caller, CredentialOwner owner) {
        return access.allows(caller, Permission.CREDENTIALS_VIEW, owner);
    }

    /** What the owner has, as far as the caller may see any of it. */
    public StoreContent visible(Caller caller, CredentialOwner owner) {
        if (!maySee(caller, owner)) {
            throw Refusal.notFound("there is no such store of credentials");
        }
        return of(owner);
    }

    StoreContent of(CredentialOwner owner) {
        return contents.getOrDefault(owner, StoreContent.EMPTY);
    }

    public DomainContent domain(Caller caller, CredentialOwner owner, String name) {
        return visible(caller, owner)
                .find(name)
                .orElseThrow(() -> Refusal.notFound("there is no domain ‘" + name + "’"));
    }

    public Credential credential(Caller caller, CredentialAddress address) {
        return domain(caller, address.owner(), address.domain())
                .find(address.id())
                .orElseThrow(() -> Refusal.notFound("there is no credential ‘" + address.id() + "’"));
    }

    /** Throws unless the store may be seen and the caller may do that to it. */
    public void require(Caller caller, Permission permission, CredentialOwner owner) {
        visible(caller, owner);
        if (!access.allows(caller, permission, owner)) {
            throw new Denied(caller, permission);
        }
    }

    /** The fields of a document; see {@link CredentialFormat#document}. */
    public CredentialFields fields(byte[] document) {
        return format.document(document);
    }

    /** @return whether it was added; false when the domain has one of its id */
    public synchronized boolean create(Caller caller, CredentialOwner owner, String domain, CredentialFields fields) {
        require(caller, Permission.CREDENTIALS_CREATE, owner);
        var content = domain(caller, owner, domain);
        var credential = fitting(owner, format.read(fields, null));
        if (content.find(credential.id()).isPresent()) {
            return false;
        }
        store.save(new CredentialAddress(owner, domain, credential.id()), credential, null, change(caller));
        edit(owner, domain, known -> known.with(credential));
        return true;
    }

    /** A store of a folder or user has nothing for the server alone, and only those of users have something for one user. */
    private static Credential fitting(CredentialOwner owner, Credential credential) {
        var fits = switch (credential.scope()) {
            case GLOBAL -> owner.kind() != CredentialOwner.Kind.USER;
            case SYSTEM -> owner.kind() == CredentialOwner.Kind.SYSTEM;
            case USER -> owner.kind() == CredentialOwner.Kind.USER;
        };
        var scope = owner.kind() == CredentialOwner.Kind.USER ? Credential.Scope.USER : Credential.Scope.GLOBAL;
        return fits
                ? credential
                : new Credential(credential.id(), scope, credential.description(), credential.content());
    }

    /** The credential as a document, without its secrets. */
    public byte[] document(Caller caller, CredentialAddress address) {
        return format.write(credential(caller, address));
    }

    /** Another definition for the credential; its id may be another one too. */
    public synchronized void update(Caller caller, CredentialAddress address, CredentialFields fields) {
        require(caller, Permission.CREDENTIALS_UPDATE, address.owner());
        var before = credential(caller, address);
        var after = fitting(address.owner(), format.read(fields, before));
        if (!after.id().equals(before.id())
                && domain(caller, address.owner(), address.domain())
                        .find(after.id())
                        .isPresent()) {
            throw Refusal.conflict("there is a credential ‘" + after.id() + "’ in this domain already");
        }
        store.save(address.withId(after.id()), after, address, change(caller));
        edit(address.owner(), address.domain(), known -> known.replacing(before.id(), after));
    }

    public synchronized void delete(Caller caller, CredentialAddress address) {
        require(caller, Permission.CREDENTIALS_DELETE, address.owner());
        credential(caller, address);
        store.delete(address, change(caller));
        edit(address.owner(), address.domain(), known -> known.without(address.id()));
    }

    /** @return whether it was moved; false when the other domain has one of its id */
    public synchronized boolean move(Caller caller, CredentialAddress from, CredentialOwner owner, String domain) {
        require(caller, Permission.CREDENTIALS_DELETE, from.owner());
        require(caller, Permission.CREDENTIALS_CREATE, owner);
        var credential = credential(caller, from);
        var moved = fitting(owner, credential);
        if (domain(caller, owner, domain).find(from.id()).isPresent()) {
            return false;
        }
        store.save(new CredentialAddress(owner, domain, from.id()), moved, from, change(caller));
        edit(from.owner(), from.domain(), known -> known.without(from.id()));
        edit(owner, domain, known -> known.with(moved));
        return true;
    }

    /** @return whether it was added; false when the store has one of its name */
    public synchronized boolean createDomain(Caller caller, CredentialOwner owner, CredentialFields fields) {
        require(caller, Permission.CREDENTIALS_MANAGE_DOMAINS, owner);
        var domain = named(format.readDomain(fields));
        var content = of(owner);
        if (content.find(domain.name()).isPresent()) {
            return false;
        }
        store.save(owner, domain, null, change(caller));
        put(owner, content.with(new DomainContent(domain, java.util.List.of())));
        return true;
    }

    private static CredentialDomain named(CredentialDomain domain) {
        var name = ItemNames.checked(domain.name());
        if (name.equals("_")) {
            throw Refusal.badInput("‘_’ is the name of the global domain");
        }
        return new CredentialDomain(name, domain.description(), domain.specifications());
    }

    public byte[] domainDocument(Caller caller, CredentialOwner owner, String name) {
        require(caller, Permission.CREDENTIALS_MANAGE_DOMAINS, owner);
        return format.write(domain(caller, owner, name).domain());
    }

    /** The name of the domain afterwards. The global domain stays as it is; a name that is taken changes nothing. */
    public synchronized String updateDomain(
            Caller caller, CredentialOwner owner, String name, CredentialFields fields) {
        require(caller, Permission.CREDENTIALS_MANAGE_DOMAINS, owner);
        var before = domain(caller, owner, name);
        var after = format.readDomain(fields);
        var content = of(owner);
        if (before.domain().global()) {
            throw Refusal.badInput("the global domain cannot be changed");
        }
        var domain = named(after);
        if (!domain.name().equals(name) && content.find(domain.name()).isPresent()) {
            throw Refusal.conflict("there is a domain ‘" + domain.name() + "’ already");
        }
        store.save(owner, domain, name, change(caller));
        put(owner, content.without(name).with(new DomainContent(domain, before.credentials())));
        return domain.name();
    }

    /** @return whether it is gone; the global domain stays */
    public synchronized boolean deleteDomain(Caller caller, CredentialOwner owner, String name) {
        require(caller, Permission.CREDENTIALS_MANAGE_DOMAINS, owner);
        if (domain(caller, owner, name).domain().global()) {
            return false;
        }
        store.deleteDomain(owner, name, change(caller));
        put(owner, of(owner).without(name));
        return true;
    }

    /** The owner is gone. */
    public synchronized void forget(CredentialOwner owner) {
        if (contents.containsKey(owner)) {
            store.deleteOwner(owner, Change.bySystem(clock.instant()));
            put(owner, null);
        }
    }

    /** The credential of that id in the owner's store, whoever asks. */
    Optional<Credential> find(CredentialOwner owner, String id) {
        return of(owner).findAnywhere(id);
    }

    private void edit(CredentialOwner owner, String domain, UnaryOperator<DomainContent> change) {
        put(owner, of(owner).changed(domain, change));
    }

    private void put(CredentialOwner owner, @Nullable StoreContent content) {
        var more = new HashMap<>(contents);
        if (content == null) {
            more.remove(owner);
        } else {
            more.put(owner, content);
        }
        contents = more;
    }

    private Change change(Caller caller) {
        return new Change(clock.instant(), caller.name());
    }
}
