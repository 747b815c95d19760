package hobson.remote.credential;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialStores;
import hobson.engine.item.Folder;
import hobson.engine.item.Item;
import hobson.engine.item.ItemPath;
import hobson.engine.user.Denied;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.http.Request;
import hobson.http.route.Match;
import hobson.http.route.Place;
import hobson.remote.RouteGroup;
import hobson.remote.api.Api;
import hobson.remote.page.Pages;
import hobson.remote.route.Places;
import hobson.remote.route.Targets;
import java.util.Optional;

/** Credentials wherever they are. */
public final class CredentialRoutes implements RouteGroup {
    private final CredentialStores stores;
    private final Users users;
    private final Targets targets;
    private final Api api;
    private final Pages pages;

    public CredentialRoutes(CredentialStores stores, Users users, Targets targets, Api api, Pages pages) {
        this.stores = stores;
        this.users = users;
        this.targets = targets;
        this.api = api;
        this.pages = pages;
    }

    @Override
    public void addTo(Places places) {
        var server = new OfServer();
        places.root
                .child("credentials", all(server))
                .child("manage/credentials", all(server))
                .child("credential-store", one(server));
        var user = all(new OfUser());
        places.user.child("credentials", user);
        places.me.child("credentials", user);
        places.job.child("credentials", all(new OfItem()));
    }

    private Place all(StoreFinder finder) {
        return endpoints(finder).all(one(finder));
    }

    private StoreEndpoints endpoints(StoreFinder finder) {
        return new StoreEndpoints(stores, targets, api, pages, finder);
    }

    private Place one(StoreFinder finder) {
        var store = endpoints(finder);
        var domains = new DomainEndpoints(stores, targets, api, pages, store::place);
        var credential = new Place("credential");
        new CredentialEndpoints(stores, targets, api, pages, domains, finder).addTo(credential);
        return store.one(domains.place(credential));
    }

    private record OfServer() implements StoreFinder {
        @Override
        public Optional<StorePlace> find(Request request) {
            return Optional.of(StorePlace.SYSTEM);
        }

        @Override
        public Optional<StorePlace> named(Request request, String context) {
            return context.isEmpty() ? find(request) : Optional.empty();
        }
    }

    /** Everybody sees only what is their own. */
    private final class OfUser implements StoreFinder {
        @Override
        public Optional<StorePlace> find(Request request) {
            var caller = targets.caller(request);
            var id = Match.of(request).find("user").orElse(caller.name());
            if (caller.anonymous() && Match.of(request).find("user").isEmpty()) {
                throw new Denied(caller, null); // "me" is nobody
            }
            if (users.find(id).isEmpty()) {
                throw Refusal.notFound("There is no user " + id);
            }
            return caller.anonymous() || !id.equalsIgnoreCase(caller.name())
                    ? Optional.empty()
                    : users.find(id).map(OfUser::place);
        }

        private static StorePlace place(User user) {
            return StorePlace.ofUser(user.id(), user.fullName());
        }

        @Override
        public Optional<StorePlace> named(Request request, String context) {
            return find(request).filter(place -> place.context().equalsIgnoreCase(context));
        }
    }

    /** Folders have a store, jobs have none. */
    private final class OfItem implements StoreFinder {
        @Override
        public Optional<StorePlace> find(Request request) {
            return place(targets.item(request));
        }

        @Override
        public Optional<StorePlace> named(Request request, String context) {
            try {
                var path = ItemPath.of(context.substring(0, Math.max(0, context.length() - 1)));
                return place(targets.jobs().visibleItem(targets.caller(request), path));
            } catch (IllegalArgumentException | Refusal | Denied e) {
                return Optional.empty();
            }
        }

        private Optional<StorePlace> place(Item item) {
            return item instanceof Folder folder
                    ? Optional.of(StorePlace.ofFolder(folder, title(folder)))
                    : Optional.empty();
        }

        private String title(Item item) {
            return targets.jobs()
                            .folderOf(item)
                            .map(outer -> title(outer) + " » ")
                            .orElse("")
                    + item.label();
        }
    }
}
