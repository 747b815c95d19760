package hobson.client;

import java.util.List;

/**
 * Whom the server takes the caller for.
 *
 * @param name the user's id, {@code anonymous} for nobody
 * @param isAnonymous whether it is nobody
 * @param authorities groups, and {@code authenticated}
 */
public record WhoAmI(String name, boolean isAnonymous, List<String> authorities) {
    static WhoAmI of(Json answer) {
        return new WhoAmI(
                answer.text("name"),
                answer.is("anonymous"),
                answer.each("authorities")
                        .flatMap(group -> group.asText().stream())
                        .toList());
    }
}
