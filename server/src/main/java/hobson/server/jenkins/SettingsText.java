package hobson.server.jenkins;

import hobson.engine.user.Permission;
import hobson.engine.user.PermissionNames;
import hobson.parts.document.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the settings of a Jenkins as the file of {@code --config} has them: what was a document there is a file here. */
final class SettingsText {
    private static final String SECURITY = "hudson.security.";

    private final ImportReport report;
    private final StringBuilder out = new StringBuilder("jenkins:\n");

    SettingsText(ImportReport report) {
        this.report = report;
    }

    /** @param location where the server's own address is */
    String of(Element root, @Nullable Element location) {
        text(root, "systemMessage", true);
        text(root, "numExecutors", false);
        text(root, "quietPeriod", false);
        text(root, "mode", false);
        root.text("label").filter(label -> !label.isBlank()).ifPresent(label -> line("labelString", quoted(label)));
        authorization(root);
        if (location != null) {
            location.text("jenkinsUrl")
                    .filter(url -> !url.isBlank())
                    .ifPresent(url -> out.append("unclassified:\n  location: {url: ")
                            .append(quoted(url.strip()))
                            .append("}\n"));
        }
        return out.toString();
    }

    private void text(Element root, String name, boolean quoted) {
        root.text(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> line(name, quoted ? quoted(text) : text));
    }

    private void line(String name, String value) {
        out.append("  ").append(name).append(": ").append(value).append('\n');
    }

    private void authorization(Element root) {
        if (!root.flag("useSecurity", true)) {
            line("authorizationStrategy", "unsecured");
            return;
        }
        root.child("authorizationStrategy").ifPresent(strategy -> {
            switch (strategy.attribute("class").orElse("")) {
                case SECURITY + "AuthorizationStrategy$Unsecured" -> line("authorizationStrategy", "unsecured");
                case SECURITY + "LegacyAuthorizationStrategy" -> line("authorizationStrategy", "legacy");
                case SECURITY + "FullControlOnceLoggedInAuthorizationStrategy" ->
                    line(
                            "authorizationStrategy",
                            "{loggedInUsersCanDoAnything: {allowAnonymousRead: "
                                    + !strategy.flag("denyAnonymousReadAccess", false) + "}}");
                case SECURITY + "GlobalMatrixAuthorizationStrategy" -> matrix("globalMatrix", strategy);
                case SECURITY + "ProjectMatrixAuthorizationStrategy" -> matrix("projectMatrix", strategy);
                case String other ->
                    report.note("config.xml", "has the authorization strategy " + other + ", which is not known here");
            }
        });
    }

    private void matrix(String name, Element strategy) {
        out.append("  authorizationStrategy:\n    ").append(name).append(":\n      permissions:\n");
        for (var permission : strategy.children()) {
            if (permission.name().equals("permission")) {
                for (var entry : entries(permission.text().strip())) {
                    out.append("        - ").append(quoted(entry)).append('\n');
                }
            }
        }
    }

    /** What says neither user nor group means both. */
    private List<String> entries(String text) {
        var kind = Set.of("USER:", "GROUP:", "EITHER:").stream()
                .filter(text::startsWith)
                .findFirst()
                .orElse("");
        var rest = text.substring(kind.length());
        int colon = rest.indexOf(':');
        var permission = colon < 0 ? Optional.<Permission>empty() : PermissionNames.find(rest.substring(0, colon));
        if (permission.isEmpty()) {
            report.note("config.xml", "grants ‘" + text + "’, which means nothing here");
            return List.of();
        }
        var granted = permission.get().title() + ":" + rest.substring(colon + 1);
        var entries = new ArrayList<String>();
        if (!kind.equals("GROUP:")) {
            entries.add("USER:" + granted);
        }
        if (!kind.equals("USER:")) {
            entries.add("GROUP:" + granted);
        }
        return entries;
    }

    /** As a text in quotes, which can hold everything. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '$' -> quoted.append("\\x24"); // else it would name a variable
                default -> {
                    if (c < ' ') {
                        quoted.append(String.format(Locale.ROOT, "\\x%02x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
