package hobson.parts.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** The classes of one plugin; those of the plugins that it needs after its own. */
final class PluginClassLoader extends URLClassLoader {
    private final List<PluginClassLoader> dependencies;

    PluginClassLoader(String name, URL jar, ApiClassLoader api, List<PluginClassLoader> dependencies) {
        super(name, new URL[] {jar}, api);
        this.dependencies = List.copyOf(dependencies);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException missing) {
            for (var dependency : dependencies) {
                try {
                    return dependency.loadClass(name);
                } catch (ClassNotFoundException _) {
                    // perhaps the next one has it
                }
            }
            throw missing;
        }
    }
}
