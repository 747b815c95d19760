package hobson.engine.user;

import hobson.engine.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The tokens of the accounts. Only a user itself gets one; an administrator may rename and revoke those of others
 * (security.md §2.3). Called concurrently; a change was written when its method returns.
 */
public final class ApiTokens {
    private static final int MOST = 500;

    private final Users users;
    private final InstantSource clock;
    private final SecureRandom random;

    public ApiTokens(Users users, InstantSource clock, SecureRandom random) {
        this.users = users;
        this.clock = clock;
        this.random = random;
    }

    /** @param name blank: named after the time */
    public GeneratedToken generate(Caller caller, String userId, String name) {
        users.requireSelf(caller, userId);
        var value = TokenText.random(random);
        return new GeneratedToken(add(caller, userId, name, value), value);
    }

    /** Keeps a token that the user brings: {@code 11} and 32 hexadecimal digits. */
    public ApiToken addFixed(Caller caller, String userId, String name, String value) {
        users.requireSelf(caller, userId);
        var fixed = TokenText.fixed(value)
                .orElseThrow(() -> Refusal.badInput("A token is 11 followed by 32 hexadecimal digits"));
        return add(caller, userId, name, fixed);
    }

    /** @throws Refusal {@code NOT_FOUND} when the user has no such token */
    public void rename(Caller caller, String userId, String uuid, String newName) {
        users.requireSelfOrAdminister(caller, userId);
        var name = NewAccount.shortText("name of the token", newName.strip());
        if (name.isEmpty()) {
            throw Refusal.badInput("The name cannot be empty");
        }
        users.changed(userId, caller.name(), user -> {
            if (user.tokens().stream().noneMatch(is(uuid))) {
                throw Refusal.notFound("No token found, try refreshing the page");
            }
            return user.withTokens(user.tokens().stream()
                    .map(token -> is(uuid).test(token) ? renamed(token, name) : token)
                    .toList());
        });
    }

    /** Does nothing when there is no such token. */
    public void revoke(Caller caller, String userId, String uuid) {
        keep(caller, userId, is(uuid).negate());
    }

    public void revokeAll(Caller caller, String userId) {
        keep(caller, userId, _ -> false);
    }

    public void revokeAllExcept(Caller caller, String userId, String uuid) {
        keep(caller, userId, is(uuid));
    }

    private void keep(Caller caller, String userId, Predicate<ApiToken> kept) {
        users.requireSelfOrAdminister(caller, userId);
        users.changed(
                userId,
                caller.name(),
                user -> user.withTokens(user.tokens().stream().filter(kept).toList()));
    }

    private ApiToken add(Caller caller, String userId, String name, String value) {
        var now = clock.instant();
        var token = new ApiToken(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                nameOf(name, now),
                TokenText.hash(value),
                now);
        users.changed(userId, caller.name(), user -> {
            if (user.tokens().size() >= MOST) {
                throw Refusal.conflict("The user has " + MOST + " tokens; revoke some first");
            }
            return user.withTokens(with(user.tokens(), token));
        });
        return token;
    }

    private static String nameOf(String name, Instant now) {
        var given = NewAccount.shortText("name of the token", name.strip());
        return given.isEmpty() ? "Token created on " + now : given;
    }

    private static List<ApiToken> with(List<ApiToken> tokens, ApiToken added) {
        var more = new ArrayList<>(tokens);
        more.add(added);
        return more;
    }

    private static ApiToken renamed(ApiToken token, String name) {
        return new ApiToken(token.uuid(), name, token.hash(), token.created());
    }

    private static Predicate<ApiToken> is(String uuid) {
        return token -> token.uuid().equals(uuid);
    }
}
