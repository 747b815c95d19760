package hobson.engine.credential;

import hobson.engine.build.Build;
import hobson.engine.build.Cause;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Job;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.user.Authorization;
import hobson.engine.user.Caller;
import hobson.engine.user.Permission;
import java.util.List;
import java.util.Optional;

/** Finds the credentials that a build may use. Used by many threads. */
public final class CredentialLookup {
    private final CredentialStores stores;
    private final ItemRegistry items;
    private final Authorization authorization;

    public CredentialLookup(CredentialStores stores, ItemRegistry items, Authorization authorization) {
        this.stores = stores;
        this.items = items;
        this.authorization = authorization;
    }

    /**
     * The credential that a job names so: by its id, or as <code>${NAME}</code> by the parameter that says which. What the job names
     * itself comes from the folders that it is in and from the server; what a user chose may also be the user's own.
     */
    public Optional<Credential> find(Job job, Build build, String name) {
        return name.startsWith("${") && name.endsWith("}")
                ? parameter(build, name.substring(2, name.length() - 1))
                        .flatMap(value -> value.byDefault() ? ofJob(job, value.id()) : chosen(job, build, value.id()))
                : ofJob(job, name);
    }

    private static Optional<ParameterValue.Credentials> parameter(Build build, String name) {
        var values = build.parameters();
        return values == null
                ? Optional.empty()
                : values.stream()
                        .filter(value -> value instanceof ParameterValue.Credentials
                                && value.name().equals(name))
                        .map(ParameterValue.Credentials.class::cast)
                        .findFirst();
    }

    private Optional<Credential> chosen(Job job, Build build, String id) {
        var caller = user(build.causes());
        if (caller.isEmpty()) {
            return Optional.empty();
        }
        var user = caller.get();
        var own = authorization.allows(user, Permission.CREDENTIALS_USE_OWN, job)
                ? stores.find(CredentialOwner.user(user.name()), id)
                : Optional.<Credential>empty();
        return own.isPresent() || !authorization.allows(user, Permission.CREDENTIALS_USE_ITEM, job)
                ? own
                : ofJob(job, id);
    }

    private static Optional<Caller> user(List<Cause> causes) {
        return causes.stream()
                .filter(Cause.User.class::isInstance)
                .map(cause -> new Caller(((Cause.User) cause).userId(), Caller.Proof.SESSION))
                .findFirst();
    }

    private Optional<Credential> ofJob(Job job, String id) {
        for (var folder = items.folderOf(job); folder.isPresent(); folder = folder.flatMap(items::folderOf)) {
            var found = stores.find(CredentialOwner.folder(folder.get().id()), id);
            if (found.isPresent()) {
                return found;
            }
        }
        return stores.find(CredentialOwner.SYSTEM, id).filter(each -> each.scope() == Credential.Scope.GLOBAL);
    }
}
