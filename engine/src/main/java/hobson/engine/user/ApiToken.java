package hobson.engine.user;

import java.time.Instant;

/**
 * A token that opens an account for programs. Only its hash is kept.
 *
 * @param hash lower-case hexadecimal SHA-256 of the token's secret part
 */
public record ApiToken(String uuid, String name, String hash, Instant created) {}
