package hobson.remote.user;

import hobson.engine.Reader;
import hobson.engine.user.Permission;
import hobson.engine.user.User;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import hobson.http.PathText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an account is shown (objects.md §13). The properties are for the user itself and for administrators. */
public final class UserSchema {
    public static final Schema<User, Reader> USER = Schema.<User, Reader>named("hudson.model.User")
            .text("absoluteUrl", Show.ALWAYS, (user, reader) -> url(reader, user.id()))
            .text("description", (user, _) -> user.description())
            .text("fullName", Show.ALWAYS, (user, _) -> user.fullName())
            .text("id", (user, _) -> user.id())
            .list(
                    "property",
                    Show.DEFAULT.inline(),
                    Kind.<Property, Reader>declared("hudson.model.UserProperty", property -> property.schema())
                            .among(UserSchema::all),
                    UserSchema::properties)
            .build();

    private static final Schema<Property, Reader> TOKENS = bare("jenkins.security.ApiTokenProperty");
    private static final Schema<Property, Reader> KEYS =
            bare("org.jenkinsci.main.modules.cli.auth.ssh.UserPropertyImpl");
    private static final Schema<Property, Reader> CONSOLE = bare("jenkins.console.ConsoleUrlProviderUserProperty");
    private static final Schema<Property, Reader> VIEWS = bare("hudson.model.MyViewsProperty");
    private static final Schema<Property, Reader> PANES = bare("hudson.model.PaneStatusProperties");
    private static final Schema<Property, Reader> SEED = bare("jenkins.security.seed.UserSeedProperty");
    private static final Schema<Property, Reader> ZONE = bare("hudson.model.TimeZoneProperty");
    private static final Schema<Property, Reader> FLAGS =
            bare("jenkins.model.experimentalflags.UserExperimentalFlagsProperty");
    private static final Schema<Property, Reader> PASSWORD = bare("hudson.security.HudsonPrivateSecurityRealm$Details");
    private static final Schema<Property, Reader> SEARCH = Schema.<Property, Reader>named(
                    "hudson.search.UserSearchProperty")
            .bool("insensitiveSearch", (_, _) -> true)
            .build();
    private static final Schema<Property, Reader> MAIL = Schema.<Property, Reader>named(
                    "hudson.tasks.Mailer$UserProperty")
            .text("address", (property, _) -> property.text())
            .build();

    private UserSchema() {}

    /** Of properties of every kind. */
    private static List<Schema<Property, Reader>> all() {
        return List.of(TOKENS, KEYS, CONSOLE, VIEWS, PANES, SEED, ZONE, FLAGS, PASSWORD, SEARCH, MAIL);
    }

    /** Without a slash at its end. */
    public static String url(Reader reader, String id) {
        return reader.rootUrl() + "user/" + PathText.encode(id);
    }

    private static List<Property> properties(User user, Reader reader) {
        boolean own = user.id().equals(reader.caller().userId());
        if (!own && !reader.may(Permission.ADMINISTER)) {
            return List.of();
        }
        var properties = new ArrayList<Property>();
        for (var always : List.of(TOKENS, CONSOLE, VIEWS, PANES, SEED, SEARCH, ZONE, FLAGS)) {
            properties.add(new Property(always, null));
        }
        if (user.email() != null) {
            properties.add(new Property(MAIL, user.email()));
        }
        if (user.authorizedKeys() != null) {
            properties.add(new Property(KEYS, null));
        }
        if (user.passwordHash() != null) {
            properties.add(new Property(PASSWORD, null));
        }
        return properties;
    }

    private static Schema<Property, Reader> bare(String className) {
        return Schema.<Property, Reader>named(className).build();
    }

    /** Something that is known about a user. */
    private record Property(
            Schema<Property, Reader> schema, @Nullable String text) {}
}
