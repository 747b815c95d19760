package hobson.client;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The plugins of the server and where more of them are. Everything here is for administrators. */
public final class Plugins {
    private final Resource manager;
    private final Resource center;

    Plugins(Resource server) {
        this.manager = server.child("pluginManager/");
        this.center = server.child("updateCenter/");
    }

    /** All that are installed. Those that Hobson does by itself are among them, since clients look for their names. */
    public List<Plugin> list() {
        return manager.tree("plugins[" + Plugin.TREE + "]")
                .each("plugins")
                .map(Plugin::of)
                .toList();
    }

    /** One that is installed, by its short name. */
    public Optional<Plugin> find(String name) {
        return list().stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }

    /** What the sites have that is not installed. */
    public List<PluginOffer> available() {
        return offers("availables");
    }

    /** What is installed and has a newer version at the sites. */
    public List<PluginOffer> updates() {
        return offers("updates");
    }

    private List<PluginOffer> offers(String kind) {
        return center.tree("sites[" + kind + "[" + PluginOffer.TREE + "]]")
                .each("sites")
                .flatMap(site -> site.each(kind))
                .map(PluginOffer::of)
                .toList();
    }

    /** Asks the sites what they have now. */
    public void checkForUpdates() {
        manager.post("checkUpdatesServer");
    }

    /**
     * Installs plugins and what they need, unless they are there and new enough.
     *
     * @param plugins {@code "git"} for the newest, {@code "git@5.2"} for at least that one
     */
    public Installation install(String... plugins) {
        var document = Arrays.stream(plugins)
                .map(plugin -> plugin.contains("@") ? plugin : plugin + "@latest")
                .map(plugin -> "<install plugin=\"" + XmlText.escape(plugin) + "\"/>")
                .collect(Collectors.joining("", "<jenkins>", "</jenkins>"));
        manager.post("installNecessaryPlugins", Content.xml(document));
        var names =
                Arrays.stream(plugins).map(plugin -> plugin.split("@", 2)[0]).collect(Collectors.toUnmodifiableSet());
        return new Installation(this, names);
    }

    /** Which of these would have to be installed: {@code "git@5.2"}, and back come those that are missing or too old. */
    public List<String> missing(String... plugins) {
        var document = Arrays.stream(plugins)
                .map(plugin -> "<install plugin=\"" + XmlText.escape(plugin) + "\"/>")
                .collect(Collectors.joining("", "<jenkins>", "</jenkins>"));
        return manager.post("prevalidateConfig", Content.xml(document)).json().items().stream()
                .map(missing -> missing.text("name"))
                .toList();
    }

    /** How far all installations are since the server was started, the oldest first. */
    public List<InstallationStatus> installations() {
        return center.tree(InstallationStatus.TREE)
                .each("jobs")
                .filter(job -> !job.text("name").isEmpty())
                .map(InstallationStatus::of)
                .toList();
    }

    /** Whether something that was installed works only after a restart. */
    public boolean isRestartRequired() {
        return center.tree("restartRequiredForCompletion").is("restartRequiredForCompletion");
    }

    /**
     * Installs the plugin that is in a file.
     *
     * @param fileName ends in {@code .hpi} or {@code .jpi}; Hobson takes its own in a {@code .jar}, too
     * @param content opened for each time that it has to be sent; closed by this
     * @param length in bytes; −1 when nobody knows
     */
    public void upload(String fileName, Supplier<InputStream> content, long length) {
        var progress = manager.connection().settings().progress();
        var upload = new Parameters.Upload("name", fileName, content, length);
        var file = Part.file("name", fileName, () -> Watched.publisher(upload, progress));
        manager.post("uploadPlugin", Content.multipart(List.of(file, Part.field("pluginUrl", ""))));
    }

    /** Lets it work again. On a Jenkins after a restart. */
    public void enable(String name) {
        plugin(name).post("makeEnabled");
    }

    /** Lets it not work. On a Jenkins after a restart. */
    public void disable(String name) {
        plugin(name).post("makeDisabled");
    }

    /** Takes it out. On a Jenkins it works until a restart. */
    public void uninstall(String name) {
        plugin(name).post("doUninstall", Map.of("Submit", "OK", "json", "{}"));
    }

    /** Puts the version before the last one back; a Jenkins of today answers {@link HobsonException.NotFound}. */
    public void downgrade(String name) {
        plugin(name).post("downgrade");
    }

    /** Lets an update of the server replace a plugin that came with it; means nothing to servers of today. */
    public void unpin(String name) {
        plugin(name).post("unpin");
    }

    private Resource plugin(String name) {
        return manager.child("plugin/" + ItemPath.encoded(name) + "/");
    }
}
