package hobson.engine.plugin;

/**
 * What a plugin needs of another one.
 *
 * @param version at least that
 * @param optional without it the plugin works too; if it is there it must not be older
 */
public record PluginDependency(String name, Version version, boolean optional) {}
