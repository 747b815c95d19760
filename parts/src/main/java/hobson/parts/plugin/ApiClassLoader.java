package hobson.parts.plugin;

import java.util.List;

/** Shows plugins the JDK and the rooms that they are made for, and nothing else of the server. */
final class ApiClassLoader extends ClassLoader {
    private static final List<String> SHOWN =
            List.of("hobson.engine.", "hobson.export.", "hobson.parts.", "org.jspecify.");

    private final ClassLoader server;

    ApiClassLoader(ClassLoader server) {
        super("api", ClassLoader.getPlatformClassLoader());
        this.server = server;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHOWN.stream().anyMatch(name::startsWith)) {
            return server.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
