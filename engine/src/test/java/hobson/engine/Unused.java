package hobson.engine;

import java.lang.reflect.Proxy;

/** Ports that a test does not come to. */
public final class Unused {
    private Unused() {}

    public static <T> T of(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, _) -> {
            throw new AssertionError(method + " was called");
        }));
    }
}
