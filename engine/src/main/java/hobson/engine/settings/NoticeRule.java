package hobson.engine.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

/**
 * Who may say that a repository has new commits. Immutable.
 *
 * @param tokens any of them will do
 */
public record NoticeRule(Access access, List<String> tokens) {
    public NoticeRule {
        tokens = List.copyOf(tokens);
    }

    /** When a token has to be shown. */
    public enum Access {
        /** Always. */
        TOKEN,
        /** When a certain commit is to be built; not when the server is only to look by itself. */
        TOKEN_FOR_COMMITS,
        /** Never. */
        OPEN
    }

    /** @param names whether the notice names the commit to be built */
    public boolean wantsToken(boolean names) {
        return switch (access) {
            case TOKEN -> true;
            case TOKEN_FOR_COMMITS -> names;
            case OPEN -> false;
        };
    }

    /** Compares with every token, in a time that tells nothing of them. */
    public boolean takes(String token) {
        boolean good = false;
        for (var known : tokens) {
            good |= MessageDigest.isEqual(known.getBytes(UTF_8), token.getBytes(UTF_8));
        }
        return good;
    }

    @Override
    public String toString() {
        return "NoticeRule[" + access + ", " + tokens.size() + " tokens]";
    }
}
