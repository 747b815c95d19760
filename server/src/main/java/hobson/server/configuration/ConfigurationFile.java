package hobson.server.configuration;

import hobson.engine.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a file in the shape of Jenkins "Configuration as Code". A key that means nothing to this server is a mistake, because
 * whoever wrote it expects something of it.
 */
public final class ConfigurationFile {
    private static final long MAX_BYTES = 1 << 20;
    private static final int MAX_EXECUTORS = 10_000;
    private static final int MAX_QUIET_SECONDS = 366 * 24 * 3600;

    private ConfigurationFile() {}

    /** @throws BadConfiguration when it is missing, no YAML, or says something that is not known */
    public static Configuration read(Path file, Map<String, String> environment) {
        return parse(load(file), new Source(file.toString(), environment, new HashSet<>()));
    }

    private static String load(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadConfiguration(
                        file + ": larger than " + MAX_BYTES + " bytes, so it is hardly a configuration");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadConfiguration(file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new BadConfiguration(file + ": not " + StandardCharsets.UTF_8 + " text");
        } catch (IOException e) {
            throw new BadConfiguration(file + ": cannot be read (" + e.getMessage() + ")");
        }
    }

    static Configuration parse(String text, Source source) {
        return compose(text, source)
                .map(node -> new Value(source, "", node))
                .filter(root -> !root.isAbsent())
                .map(root -> configuration(root.section("jenkins", "security", "unclassified", "hobson"), source))
                .orElse(Configuration.DEFAULT);
    }

    private static Optional<Node> compose(String text, Source source) {
        try {
            return new Compose(LoadSettings.builder().setLabel(source.file()).build()).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw source.wrong(line, "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw source.wrong(1, "not YAML: " + firstLine(e));
        }
    }

    private static String firstLine(YamlEngineException problem) {
        var message = problem.getMessage();
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static Configuration configuration(Section root, Source source) {
        var jenkins = root.value("jenkins")
                .map(at -> at.section(
                        "authorizationStrategy",
                        "crumbIssuer",
                        "disableRememberMe",
                        "labelString",
                        "mode",
                        "numExecutors",
                        "quietPeriod",
                        "securityRealm",
                        "systemMessage",
                        "updateCenter"));
        var realm = jenkins.flatMap(at -> at.value("securityRealm"))
                .map(RealmReader::read)
                .orElse(RealmReader.ABSENT);
        var ours = root.value("hobson")
                .map(at -> at.section("crumbs", "notifyCommit", "store", "unsignedUpdateSites", "uploadLimit"));
        return new Configuration(
                settings(jenkins, ours, realm, rootUrl(root)),
                jenkins.flatMap(at -> at.value("authorizationStrategy"))
                        .map(AuthorizationReader::read)
                        .orElse(Configuration.DEFAULT.authorization()),
                realm.accounts(),
                ours.flatMap(at -> at.value("store"))
                        .map(ConfigurationFile::store)
                        .orElse(null),
                sshPort(root),
                new PluginSources(
                        jenkins.flatMap(at -> at.value("updateCenter"))
                                .map(PluginSources::updates)
                                .orElse(PluginSources.NONE.updates()),
                        !ours.flatMap(at -> at.value("unsignedUpdateSites"))
                                .map(Value::flag)
                                .orElse(false)),
                source.used());
    }

    private static Settings settings(
            Optional<Section> jenkins, Optional<Section> ours, RealmReader realm, Optional<String> rootUrl) {
        var standard = Settings.DEFAULT;
        jenkins.flatMap(at -> at.value("crumbIssuer")).ifPresent(ConfigurationFile::checkCrumbIssuer);
        return new Settings(
                jenkins.flatMap(at -> at.text("systemMessage")).orElse(null),
                jenkins.flatMap(at -> at.value("numExecutors"))
                        .map(at -> at.number(0, MAX_EXECUTORS))
                        .orElse(null),
                jenkins.flatMap(at -> at.text("labelString")).orElse(null),
                jenkins.flatMap(at -> at.value("mode"))
                        .map(ConfigurationFile::isExclusive)
                        .orElse(null),
                jenkins.flatMap(at -> at.value("quietPeriod"))
                        .map(at -> at.number(0, MAX_QUIET_SECONDS))
                        .orElse(standard.quietPeriodSeconds()),
                rootUrl.orElse(null),
                ours.flatMap(at -> at.value("crumbs")).map(Value::flag).orElse(standard.crumbs()),
                realm.signupAllowed(),
                !jenkins.flatMap(at -> at.value("disableRememberMe"))
                        .map(Value::flag)
                        .orElse(!standard.remembersLogins()),
                ours.flatMap(at -> at.value("uploadLimit"))
                        .map(at -> at.number(0, Long.MAX_VALUE))
                        .orElse(standard.uploadLimit()),
                ours.flatMap(at -> at.value("notifyCommit"))
                        .map(NoticeRuleReader::read)
                        .orElse(standard.notices()));
    }

    private static boolean isExclusive(Value mode) {
        return switch (mode.text()) {
            case "NORMAL" -> false;
            case "EXCLUSIVE" -> true;
            case String other -> throw mode.wrong("is NORMAL or EXCLUSIVE, not '" + other + "'");
        };
    }

    /** Crumbs are bound to the session and the user, never to an address: either answer is fine. */
    private static void checkCrumbIssuer(Value at) {
        if (at.isScalar()) {
            if (!at.text().equals("standard")) {
                throw at.wrong("is 'standard', not '" + at.text() + "'");
            }
            return;
        }
        var standard = at.section("standard").only(at).getValue();
        if (!standard.isAbsent()) {
            standard.section("excludeClientIPFromCrumb")
                    .value("excludeClientIPFromCrumb")
                    .ifPresent(Value::flag);
        }
    }

    private static int sshPort(Section root) {
        return root.value("security")
                .flatMap(at -> at.section("sSHD").value("sSHD"))
                .flatMap(at -> at.section("port").value("port"))
                .map(at -> at.number(-1, 65_535))
                .orElse(Configuration.DEFAULT.sshPort());
    }

    private static Optional<String> rootUrl(Section root) {
        return root.value("unclassified")
                .flatMap(at -> at.section("location").value("location"))
                .flatMap(at -> at.section("url").value("url"))
                .map(ConfigurationFile::address);
    }

    private static String address(Value at) {
        var text = at.text();
        try {
            var url = new URI(text);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                return text.endsWith("/") ? text : text + "/";
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw at.wrong("is an address as https://ci.example.org/, not '" + text + "'");
    }

    private static String store(Value at) {
        if (!at.text().startsWith("jdbc:postgresql:")) {
            throw at.wrong("is the address of a PostgreSQL database, jdbc:postgresql://host/name");
        }
        return at.text();
    }
}
