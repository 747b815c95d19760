package hobson.engine.user;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The use of the API tokens, so that their owners see which of them nobody needs any more.
 *
 * <p>Counted in memory, for every request that comes with a token; what is new is written by {@link #save} now and then, so a crash
 * forgets a minute's worth. Thread-safe.
 */
public final class TokenUses {
    private final UserStore store;
    private final InstantSource clock;
    private final Map<String, TokenUse> uses = new ConcurrentHashMap<>();
    private final Set<String> unsaved = ConcurrentHashMap.newKeySet();

    public TokenUses(UserStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Reads what was written. Called once, before anything else. */
    public void load() {
        uses.putAll(store.tokenUses());
    }

    void used(ApiToken token) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        uses.merge(token.uuid(), new TokenUse(1, now), (before, _) -> before.again(now));
        unsaved.add(token.uuid());
    }

    /** Empty for a token that was never used. */
    public Optional<TokenUse> of(ApiToken token) {
        return Optional.ofNullable(uses.get(token.uuid()));
    }

    /** Writes what is new, and forgets the tokens that none of those accounts has any more. */
    public void save(Users users) {
        var changed = new HashMap<String, TokenUse>();
        for (var uuid : Set.copyOf(unsaved)) {
            unsaved.remove(uuid); // before it is read: what is counted meanwhile is written next time
            var use = uses.get(uuid);
            if (use != null) {
                changed.put(uuid, use);
            }
        }
        var gone = gone(users);
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        changed.keySet().removeAll(gone);
        try {
            store.saveTokenUses(changed, gone);
        } catch (RuntimeException e) {
            unsaved.addAll(changed.keySet());
            throw e;
        }
        uses.keySet().removeAll(gone);
    }

    private Set<String> gone(Users users) {
        var gone = new HashSet<>(uses.keySet());
        users.all().forEach(user -> user.tokens().forEach(token -> gone.remove(token.uuid())));
        return gone;
    }
}
