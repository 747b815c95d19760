package hobson.server.jenkins;

import hobson.engine.Refusal;
import hobson.engine.credential.CredentialOwner;
import hobson.engine.user.ApiToken;
import hobson.engine.user.Caller;
import hobson.engine.user.User;
import hobson.engine.view.ViewOwner;
import hobson.engine.view.ViewPath;
import hobson.parts.document.Document;
import hobson.parts.document.Documents;
import hobson.parts.document.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes in accounts: passwords and API tokens are hashes in both homes, so both go on working ({@code config-xml.md §12}). */
final class UserImport {
    private static final Pattern NUMBERED = Pattern.compile("(.+)_\\d+");
    private static final Pattern TOKEN_HASH = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String BCRYPT = "#jbcrypt:";
    private static final DateTimeFormatter CREATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS][.SS][.S] 'UTC'", Locale.ROOT);

    private final ImportTarget target;
    private final JenkinsHome home;
    private final Documents documents;
    private final CredentialImport credentials;
    private final ViewImport views;
    private final ImportReport report;

    UserImport(
            ImportTarget target,
            JenkinsHome home,
            Documents documents,
            CredentialImport credentials,
            ViewImport views,
            ImportReport report) {
        this.target = target;
        this.home = home;
        this.documents = documents;
        this.credentials = credentials;
        this.views = views;
        this.report = report;
    }

    void run() throws IOException {
        for (var folder : JenkinsHome.folders(home.path("users"))) {
            var file = folder.resolve("config.xml");
            try {
                var document = JenkinsHome.bytes(file).map(documents::read);
                if (document.isPresent()) {
                    user(folder, document.get());
                }
            } catch (Refusal | IllegalArgumentException | JenkinsHome.Unreadable e) {
                report.note(home.name(file), String.valueOf(e.getMessage()));
            }
        }
    }

    private void user(Path folder, Document document) {
        var root = document.root();
        var where = home.name(folder.resolve("config.xml"));
        var id = root.text("id")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> idOf(folder));
        if (target.users().find(id).isPresent()) {
            report.present("users");
        } else {
            target.users().adopt(read(id, root, where));
            report.taken("users");
        }
        var caller = new Caller(id, Caller.Proof.SESSION);
        var owner = CredentialOwner.user(id);
        property(root, "com.cloudbees.plugins.credentials.UserCredentialsProvider$UserCredentialsProperty")
                .ifPresent(property -> credentials.all(caller, owner, property, where));
        property(root, "hudson.model.MyViewsProperty")
                .flatMap(property -> property.child("views"))
                .ifPresent(list -> views.all(
                        document, Optional.of(list), new ViewPath(new ViewOwner.Person(id), List.of()), where));
    }

    private static String idOf(Path folder) {
        var name = String.valueOf(folder.getFileName());
        var numbered = NUMBERED.matcher(name);
        return numbered.matches() ? numbered.group(1) : name;
    }

    private static Optional<Element> property(Element root, String className) {
        return root.child("properties").flatMap(properties -> properties.child(className));
    }

    private static @Nullable String filled(Optional<String> text) {
        return text.filter(value -> !value.isBlank()).orElse(null);
    }

    private User read(String id, Element root, String where) {
        var mail = property(root, "hudson.tasks.Mailer$UserProperty").flatMap(each -> each.text("emailAddress"));
        var keys = property(root, "org.jenkinsci.main.modules.cli.auth.ssh.UserPropertyImpl")
                .flatMap(each -> each.text("authorizedKeys"));
        var password = property(root, "hudson.security.HudsonPrivateSecurityRealm$Details")
                .flatMap(each -> each.text("passwordHash"))
                .filter(hash -> {
                    if (!hash.startsWith(BCRYPT)) {
                        report.note(where, "has a password in a form that is not known here: set a new one");
                    }
                    return hash.startsWith(BCRYPT);
                });
        return new User(
                id,
                root.text("fullName").filter(name -> !name.isBlank()).orElse(id),
                filled(root.text("description")),
                filled(mail),
                filled(keys),
                password.orElse(null),
                target.seeds().get(),
                tokens(root, where));
    }

    private List<ApiToken> tokens(Element root, String where) {
        var tokens = new ArrayList<ApiToken>();
        var property = property(root, "jenkins.security.ApiTokenProperty");
        var list = property.flatMap(each -> each.child("tokenStore")).flatMap(store -> store.child("tokenList"));
        for (var token : list.map(Element::children).orElse(List.of())) {
            var hash = token.child("value").flatMap(value -> value.text("hash")).orElse("");
            if (TOKEN_HASH.matcher(hash).matches()) {
                tokens.add(new ApiToken(
                        token.text("uuid").orElse(hash.substring(0, 32)),
                        token.text("name").orElse(""),
                        hash.toLowerCase(Locale.ROOT),
                        created(token.text("creationDate").orElse(""))));
            }
        }
        if (property.flatMap(each -> each.text("apiToken"))
                .filter(text -> !text.isBlank())
                .isPresent()) {
            report.note(where, "has an API token of the oldest kind: make a new one");
        }
        return tokens;
    }

    private Instant created(String text) {
        try {
            return LocalDateTime.parse(text, CREATED).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return target.clock().instant();
        }
    }
}
