package hobson.parts.plugin;

import hobson.engine.Refusal;
import hobson.engine.item.ItemFormat;
import hobson.engine.plugin.DynamicLoad;
import hobson.engine.plugin.PluginDependency;
import hobson.engine.plugin.PluginManifest;
import hobson.engine.plugin.Version;
import hobson.parts.Parts;
import hobson.parts.Role;
import java.util.List;
import java.util.function.Predicate;

/**
 * What this server has in itself, under the names by which clients look for it. A version is the one of the plugin for Jenkins whose
 * documents and answers are understood and given here; all are plain numbers, because clients compare them as such. What depends on a
 * part or on a kind of item is listed as long as that is there.
 */
public final class BundledPlugins {
    private static final String HOME = "https://plugins.jenkins.io/";

    private final Parts parts;
    private final ItemFormat format;
    private final Version core;

    /** @param core the version that this server is like */
    public BundledPlugins(Parts parts, ItemFormat format, Version core) {
        this.parts = parts;
        this.format = format;
        this.core = core;
    }

    private record Bundled(
            Predicate<BundledPlugins> there, String name, String version, String title, List<String> needs) {}

    private static final List<Bundled> ALL = List.of(
            kind("com.cloudbees.hudson.plugins.folder.Folder", "cloudbees-folder", "6.16", "Folders Plugin"),
            kind("hudson.model.ExternalJob", "external-monitor-job", "1.7", "External Monitor Job Type Plugin"),
            part(Role.PUBLISHER, "hudson.tasks.junit.JUnitResultArchiver", "junit", "1.63", "JUnit Plugin"),
            part(Role.PUBLISHER, "hudson.tasks.Mailer", "mailer", "1.34", "Mailer Plugin"),
            part(Role.SCM, "hudson.plugins.git.GitSCM", "git", "5.2.2", "Git plugin"),
            part(
                    Role.TRIGGER,
                    "org.jenkinsci.plugins.gwt.GenericTrigger",
                    "generic-webhook-trigger",
                    "1.86",
                    "Generic Webhook Trigger Plugin"),
            always("build-token-root", "1.9", "Build Authorization Token Root Plugin"),
            part(
                    Role.WRAPPER,
                    "org.jenkinsci.plugins.credentialsbinding.impl.SecretBuildWrapper",
                    "credentials-binding",
                    "1.27",
                    "Credentials Binding Plugin",
                    "credentials",
                    "plain-credentials",
                    "ssh-credentials"),
            always("credentials", "2.6.2", "Credentials Plugin"),
            always("plain-credentials", "1.8", "Plain Credentials Plugin", "credentials"),
            always("ssh-credentials", "1.19", "SSH Credentials Plugin", "credentials"),
            always("cctray-xml", "1.0", "CCtray XML Plugin"),
            always("people-view", "1.2", "People View Plugin"),
            always("matrix-auth", "3.2.2", "Matrix Authorization Strategy Plugin"));

    private static Bundled kind(String kind, String name, String version, String title) {
        return new Bundled(here -> here.holds(kind), name, version, title, List.of());
    }

    private static Bundled part(
            Role<?> role, String className, String name, String version, String title, String... needs) {
        return new Bundled(here -> here.parts.reads(role, className), name, version, title, List.of(needs));
    }

    private static Bundled always(String name, String version, String title, String... needs) {
        return new Bundled(_ -> true, name, version, title, List.of(needs));
    }

    private boolean holds(String kind) {
        try {
            format.blank(kind);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    public List<PluginManifest> all() {
        return ALL.stream()
                .filter(one -> one.there().test(this))
                .map(this::manifest)
                .toList();
    }

    private PluginManifest manifest(Bundled one) {
        return new PluginManifest(
                one.name(),
                one.title(),
                new Version(one.version()),
                HOME + one.name(),
                core,
                one.needs().stream().map(BundledPlugins::dependency).toList(),
                DynamicLoad.MAYBE);
    }

    private static PluginDependency dependency(String name) {
        var needed =
                ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return new PluginDependency(name, new Version(needed.version()), false);
    }
}
