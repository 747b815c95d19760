package hobson.server.configuration;

import hobson.engine.settings.NoticeRule;
import hobson.engine.settings.NoticeRule.Access;
import java.util.List;

/** Reads {@code hobson.notifyCommit}: who may say that a repository has new commits. */
final class NoticeRuleReader {
    private static final int SHORTEST = 16;

    private NoticeRuleReader() {}

    static NoticeRule read(Value at) {
        var section = at.section("access", "tokens");
        return new NoticeRule(
                section.value("access").map(NoticeRuleReader::access).orElse(Access.TOKEN),
                section.value("tokens").map(Value::list).orElse(List.of()).stream()
                        .map(NoticeRuleReader::token)
                        .toList());
    }

    private static Access access(Value at) {
        return switch (at.text()) {
            case "token" -> Access.TOKEN;
            case "token-for-commits" -> Access.TOKEN_FOR_COMMITS;
            case "open" -> Access.OPEN;
            case String other -> throw at.wrong("is token, token-for-commits or open, not '" + other + "'");
        };
    }

    private static String token(Value at) {
        if (at.text().length() < SHORTEST) {
            throw at.wrong("is a token of at least " + SHORTEST + " characters");
        }
        return at.text();
    }
}
