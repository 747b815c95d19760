package hobson.engine.plugin;

import org.jspecify.annotations.Nullable;

/**
 * A plugin as it is now. Immutable.
 *
 * @param bundled part of the server: always active, and neither disabled nor removed nor replaced
 * @param enabled wanted: a plugin that is not has no parts
 * @param deleted was uninstalled since the server started; it has no parts and is gone after the next start
 * @param backupVersion of the file that it replaced
 * @param problem why it is not active although it is enabled, one sentence
 * @param code what it does; null unless it is active and was installed
 */
public record Plugin(
        PluginManifest manifest,
        boolean bundled,
        boolean enabled,
        boolean deleted,
        @Nullable Version backupVersion,
        @Nullable String problem,
        PluginCode.@Nullable Loaded code) {

    static Plugin bundled(PluginManifest manifest) {
        return new Plugin(manifest, true, true, false, null, null, null);
    }

    static Plugin installed(PluginManifest manifest, boolean enabled, @Nullable Version backupVersion) {
        return new Plugin(manifest, false, enabled, false, backupVersion, null, null);
    }

    public String name() {
        return manifest.name();
    }

    public Version version() {
        return manifest.version();
    }

    /** Whether jobs can use it now. */
    public boolean active() {
        return bundled || code != null;
    }

    boolean isDisabled() {
        return !enabled && !deleted;
    }

    /** Whether it could be active and is not. */
    boolean waits() {
        return enabled && !deleted && !active();
    }

    Plugin loaded(PluginCode.Loaded loaded) {
        return new Plugin(manifest, bundled, enabled, deleted, backupVersion, null, loaded);
    }

    Plugin failed(String sentence) {
        return new Plugin(manifest, bundled, enabled, deleted, backupVersion, sentence, null);
    }

    Plugin enabled(boolean wanted) {
        return new Plugin(manifest, bundled, wanted, deleted, backupVersion, null, null);
    }

    Plugin removed() {
        return new Plugin(manifest, bundled, false, true, null, null, null);
    }

    /** The file of a newer version is in place; until the next start this one works on. */
    Plugin replacedBy(PluginManifest newer) {
        return new Plugin(active() ? manifest : newer, bundled, enabled, deleted, manifest.version(), problem, code);
    }
}
