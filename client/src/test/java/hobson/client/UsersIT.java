package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsersIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String ADMIN = System.getProperty("hobson.client.user", "admin");

    private final Hobson hobson = SERVER.admin();
    private final Users users = hobson.users();

    @Test
    void create_anAccount_canLogIn() {
        var id = SERVER.name("zoe");

        var zoe = users.create(id, "secret", "Zoë Sample", "zoe@example.com");

        assertThat(zoe.info().id()).isEqualTo(id);
        assertThat(zoe.info().fullName()).isEqualTo("Zoë Sample");
        assertThat(SERVER.anonymous().password(id, "secret").server().whoAmI().name())
                .isEqualTo(id);
        assertThatThrownBy(() -> users.create(id, "secret", "Other", "other@example.com"))
                .isInstanceOf(HobsonException.Conflict.class);
        zoe.delete();
        assertThat(zoe.exists()).isFalse();
    }

    @Test
    void info_ofTheCaller_isTheirs() {
        var me = users.me();
        me.describe("tests");

        assertThat(me.info().id()).isEqualTo(ADMIN);
        assertThat(me.info().description()).contains("tests");
        assertThat(me.info().url().getPath()).endsWith("/user/" + ADMIN);
        assertThat(hobson.user(ADMIN).exists()).isTrue();
        assertThatThrownBy(() -> hobson.user("nobody-of-that-name").info())
                .isInstanceOf(HobsonException.NotFound.class);
    }

    @Test
    void delete_oneself_isRefused() {
        assertThatThrownBy(() -> hobson.user(ADMIN).delete()).isInstanceOf(HobsonException.BadRequest.class);
    }

    @Test
    @Tag("plugins")
    void people_ofTheServer_areTold() {
        assertThat(users.people()).extracting(Person::fullName).contains(ADMIN);
    }

    @Test
    void generate_aToken_letsItsOwnerInUntilItIsRevoked() {
        var token = hobson.tokens().generate("ci");
        var byToken = SERVER.anonymous().token(ADMIN, token.value());

        assertThat(token.name()).isEqualTo("ci");
        assertThat(token).asString().doesNotContain(token.value());
        assertThat(byToken.server().whoAmI().name()).isEqualTo(ADMIN);
        byToken.server().cancelQuietDown();

        hobson.tokens().rename(token.id(), "cd");
        hobson.tokens().revoke(token.id());
        assertThatThrownBy(() -> byToken.server().whoAmI()).isInstanceOf(HobsonException.Unauthorized.class);
    }

    @Test
    void generate_forSomebodyElse_isForbidden() {
        var id = SERVER.name("else");
        var other = users.create(id, "secret", "Else", "else@example.com");

        assertThatThrownBy(() -> other.tokens().generate("mine")).isInstanceOf(HobsonException.Forbidden.class);
        other.delete();
    }

    @Test
    void revoke_withoutId_isRefused() {
        assertThatThrownBy(() -> hobson.tokens().revoke("")).isInstanceOf(HobsonException.BadRequest.class);
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void revokeAll_ofAUser_leavesThePassword() {
        var own = SERVER.anonymous().password("reader", "pw");
        var token = own.tokens().generate("one");

        own.tokens().revokeAll();

        assertThat(own.server().whoAmI().name()).isEqualTo("reader");
        assertThatThrownBy(() -> SERVER.anonymous()
                        .token("reader", token.value())
                        .server()
                        .whoAmI())
                .isInstanceOf(HobsonException.Unauthorized.class);
    }
}
