package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who has not logged in, where nobody may read who has not: what is open to all leads no further. */
class StrangersIT {
    @RegisterExtension
    static final WireServer SERVER = new WireServer("""
            jenkins:
              securityRealm: {local: {users: [{id: alice, password: alices}]}}
              authorizationStrategy: {loggedInUsersCanDoAnything: {allowAnonymousRead: false}}
            """);

    private static final Pattern CRUMB = Pattern.compile("value=\"([0-9a-f]{64})\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "securityRealm/user/%s/",
                "securityRealm/user/%s/api/json",
                "securityRealm/user/%s/credentials/api/json",
                "securityRealm/user/%s/my-views/",
                "static/1/securityRealm/user/%s/credentials/api/json",
            })
    void user_behindTheOpenAddress_isThereForNobody(String address) throws Exception {
        for (var user : new String[] {"alice", "nobody"}) {
            assertThat(SERVER.client().get(address.formatted(user)).status()).isEqualTo(403);
        }
        assertThat(SERVER.client()
                        .as("alice", "alices")
                        .get(address.formatted("alice"))
                        .status())
                .isIn(200, 302);
    }

    /** A form on a page that everybody may see has a crumb in it. */
    private static WireClient strangerWithCrumb() throws Exception {
        var stranger = SERVER.client();
        var crumb =
                CRUMB.matcher(stranger.get("securityRealm/createFirstAccount").body());
        assertThat(crumb.find()).isTrue();
        return stranger.with("Jenkins-Crumb", crumb.group(1));
    }

    @ParameterizedTest
    @CsvSource({"securityRealm/user/anonymous/my-views", "user/anonymous/my-views", "me/my-views"})
    void views_ofWhoHasNotLoggedIn_cannotBeMade(String place) throws Exception {
        var stranger = strangerWithCrumb();

        assertThat(stranger.form(
                                place + "/createView",
                                "name=mine&mode=hudson.model.ListView&json=%7B%22name%22%3A%22mine%22%7D")
                        .status())
                .isEqualTo(403);
        assertThat(stranger.get(place + "/view/mine/config.xml").status()).isEqualTo(403);
    }

    @Test
    void views_ofAnAccountThatWasDeleted_areNotTheNextOnes() throws Exception {
        var alice = SERVER.client().as("alice", "alices").withCrumb();
        account(alice, "bobs");
        var bob = SERVER.client().as("bob", "bobs").withCrumb();
        assertThat(bob.form("me/my-views/createView", "name=plans&mode=hudson.model.ListView&json=%7B%7D")
                        .status())
                .isEqualTo(302);

        assertThat(alice.post("user/bob/doDelete").status()).isEqualTo(302);
        account(alice, "another");

        assertThat(SERVER.client()
                        .as("bob", "another")
                        .get("me/my-views/view/plans/api/json")
                        .status())
                .isEqualTo(404);
    }

    private static void account(WireClient administrator, String password) throws Exception {
        var fields = "username=bob&password1=" + password + "&password2=" + password + "&fullname=&email=";
        assertThat(administrator
                        .form("securityRealm/createAccountByAdmin", fields)
                        .status())
                .isEqualTo(302);
    }
}
