package hobson.engine.user;

import hobson.engine.Refusal;
import hobson.engine.event.Change;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The accounts.
 *
 * <ul>
 *   <li>Looking up never blocks, never creates an account, and sees a whole account: a reader gets the one before a change or the
 *       one after it.
 *   <li>A change was written and synced when its method returns. Changes are made one after the other; they are rare, so one lock
 *       is held while the store writes. Readers never take it.
 *   <li>Every change names its caller and is refused with {@link Denied} unless that caller is the user itself or may administer.
 * </ul>
 */
public final class Users {
    private final UserStore store;
    private final Passwords passwords;
    private final Authorization authorization;
    private final InstantSource clock;
    private final SecureRandom random;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Map<String, User> accounts = Map.of();

    public Users(
            UserStore store,
            Passwords passwords,
            Authorization authorization,
            InstantSource clock,
            SecureRandom random) {
        this.store = store;
        this.passwords = passwords;
        this.authorization = authorization;
        this.clock = clock;
        this.random = random;
    }

    /** Reads all accounts. Called once, before anything else. */
    public void load() {
        var loaded = new HashMap<String, User>();
        for (var user : store.load()) {
            loaded.put(UserId.key(user.id()), user);
        }
        accounts = Map.copyOf(loaded);
    }

    /** The account of that id in any letter case. */
    public Optional<User> find(String id) {
        return Optional.ofNullable(accounts.get(UserId.key(id)));
    }

    /** As {@link #find}. */
    public boolean exists(String id) {
        return find(id).isPresent();
    }

    /** Ordered by id. */
    public List<User> all() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(user -> UserId.key(user.id())))
                .toList();
    }

    public User create(Caller caller, NewAccount account) {
        requireAdminister(caller);
        return open(account, caller.name(), false);
    }

    /** Opens an account for whoever asks. Whether the settings allow that is for the one who calls this to know. */
    public User signUp(NewAccount account) {
        return open(account, account.id(), false);
    }

    /**
     * Opens the first account of all.
     *
     * @throws Refusal {@code CONFLICT} when there is one
     */
    public User createFirst(NewAccount account) {
        return open(account, account.id(), true);
    }

    /**
     * Takes in an account of another server as it was there; its id may be one that nobody could choose here.
     *
     * @throws Refusal {@code BAD_INPUT} when it is taken, or when the id or a name cannot be printed
     */
    public User adopt(User user) {
        UserId.checkForeign(user.id());
        NewAccount.name("full name", user.fullName());
        return added(user, Change.SYSTEM);
    }

    /** Makes the account be as the configuration says. Writes nothing when it already is; its tokens stay. */
    public User declare(NewAccount account) {
        var existing = find(account.id());
        if (existing.isEmpty()) {
            return open(account, Change.SYSTEM, false);
        }
        var hash = existing.get().passwordHash();
        boolean same = hash != null && passwords.matches(account.password(), hash);
        return change(
                account.id(),
                Change.SYSTEM,
                new UserChange(account.fullName(), null, account.email(), null, same ? null : account.password()));
    }

    public void describe(Caller caller, String id, @Nullable String description) {
        configure(caller, id, UserChange.ofDescription(description));
    }

    /** Makes the whole change or none of it. */
    public User configure(Caller caller, String id, UserChange change) {
        requireSelfOrAdminister(caller, id);
        return change(id, caller.name(), change);
    }

    public void delete(Caller caller, String id) {
        requireAdminister(caller);
        if (isSelf(caller, id)) {
            throw Refusal.badInput("Cannot delete self");
        }
        changing.lock();
        try {
            var user = existing(id);
            var before = accounts;
            var fewer = new HashMap<>(before);
            fewer.remove(UserId.key(id));
            accounts = Map.copyOf(fewer); // first: from now on nothing new can be theirs
            try {
                store.delete(user.id(), new Change(clock.instant(), caller.name()));
            } catch (RuntimeException e) {
                accounts = before;
                throw e;
            }
        } finally {
            changing.unlock();
        }
    }

    /** Applies a change to the account as it is now; one that changes nothing is not written. */
    User changed(String id, String by, UnaryOperator<User> change) {
        changing.lock();
        try {
            var before = existing(id);
            var after = change.apply(before);
            return after.equals(before) ? before : saved(after, by);
        } finally {
            changing.unlock();
        }
    }

    void requireSelf(Caller caller, String id) {
        if (!isSelf(caller, id)) {
            throw new Denied(caller, null);
        }
    }

    public void requireSelfOrAdminister(Caller caller, String id) {
        if (!isSelf(caller, id)) {
            requireAdminister(caller);
        }
    }

    private void requireAdminister(Caller caller) {
        authorization.require(caller, Permission.ADMINISTER);
    }

    private static boolean isSelf(Caller caller, String id) {
        return !caller.anonymous() && UserId.key(caller.name()).equals(UserId.key(id));
    }

    private User open(NewAccount account, String by, boolean first) {
        var hash = passwords.hash(account.password()); // slow: not under the lock
        changing.lock();
        try {
            if (first && !accounts.isEmpty()) {
                throw Refusal.conflict("First user was already created");
            }
            return added(
                    new User(account.id(), account.fullName(), null, account.email(), null, hash, newSeed(), List.of()),
                    by);
        } finally {
            changing.unlock();
        }
    }

    private User added(User user, String by) {
        changing.lock();
        try {
            if (find(user.id()).isPresent()) {
                throw Refusal.badInput("The user name " + user.id() + " is already taken");
            }
            return saved(user, by);
        } finally {
            changing.unlock();
        }
    }

    private User change(String id, String by, UserChange change) {
        var password = change.password();
        if (password == null) {
            return changed(id, by, user -> user.with(change));
        }
        var hash = passwords.hash(password); // slow: not under the lock
        var seed = newSeed();
        return changed(id, by, user -> user.with(change).withPassword(hash, seed));
    }

    private User existing(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound("There is no user " + id));
    }

    private User saved(User user, String by) {
        store.save(user, new Change(clock.instant(), by));
        var more = new HashMap<>(accounts);
        more.put(UserId.key(user.id()), user);
        accounts = Map.copyOf(more);
        return user;
    }

    private String newSeed() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
