package hobson.server;

import hobson.engine.user.Authorization;
import hobson.engine.user.NewAccount;
import hobson.engine.user.Users;
import hobson.server.command.ServeOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the person who starts a server is told. */
final class Welcome {
    private static final int PASSWORD_BYTES = 18;
    private static final String ADMINISTRATOR = "admin";

    private final PrintStream out;
    private final ServeOptions options;
    private final Foundation foundation;
    private @Nullable String password;
    private @Nullable Path passwordFile;

    Welcome(PrintStream out, ServeOptions options, Foundation foundation) {
        this.out = out;
        this.options = options;
        this.foundation = foundation;
    }

    /** Opens the administrator's account when nobody could log in otherwise. */
    void firstStart(Users users) throws IOException {
        if (users.all().isEmpty() && foundation.authorization() instanceof Authorization.LoggedIn) {
            var bytes = new byte[PASSWORD_BYTES];
            foundation.random().nextBytes(bytes);
            var chosen = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            passwordFile = foundation.home().keepInitialPassword(chosen);
            users.declare(new NewAccount(ADMINISTRATOR, "Administrator", null, chosen));
            password = chosen;
        }
    }

    void listening(int port) {
        var host = options.address().indexOf(':') >= 0 ? "[" + options.address() + "]" : options.address();
        var url = "http://" + host + ":" + port + options.prefix() + "/";
        out.println("Hobson " + foundation.version() + " is ready at " + url + " (home "
                + foundation.home().folder() + ")");
        if (password != null) {
            out.println();
            out.println("The administrator is '" + ADMINISTRATOR + "' with the password  " + password);
            out.println("It is shown only now, and kept in " + passwordFile);
            examples(url, "-u " + ADMINISTRATOR + ":" + password + " ");
        } else if (!foundation.authorization().secured()) {
            out.println("There is no security: everybody who reaches this address may do everything.");
        }
        out.flush();
    }

    private void examples(String url, String login) {
        out.println();
        out.println("Try it; the first line gets a crumb, as Jenkins wants it with a password:");
        out.println("  CRUMB=$(curl -s -c cookies " + login + "'" + url
                + "crumbIssuer/api/xml?xpath=concat(//crumbRequestField,%22:%22,//crumb)')");
        out.println("  curl -b cookies -H \"$CRUMB\" " + login + "'" + url
                + "createItem?name=hello' -H 'Content-Type: application/xml' -d '<project><builders><hudson.tasks.Shell>"
                + "<command>echo hello</command></hudson.tasks.Shell></builders></project>'");
        out.println("  curl -b cookies -H \"$CRUMB\" " + login + "-X POST '" + url + "job/hello/build?delay=0sec'");
    }
}
