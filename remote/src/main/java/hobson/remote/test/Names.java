package hobson.remote.test;

import hobson.engine.test.TestCase;
import java.util.regex.Pattern;

/** How packages, classes and tests are called, and how these names stand in addresses. */
final class Names {
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\:?#%<>]");

    private Names() {}

    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "(root)" : className.substring(0, dot);
    }

    /** Without its package. */
    static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }

    static String full(TestCase test) {
        return test.className() + "." + test.name();
    }

    static String safe(String name) {
        return name.isEmpty() ? "(empty)" : UNSAFE.matcher(name).replaceAll("_");
    }

    /** Of a test, only what could be an identifier of Java stays. */
    static String safeTest(String name) {
        var safe = new StringBuilder(name);
        for (int i = 0; i < safe.length(); i++) {
            if (!Character.isJavaIdentifierPart(safe.charAt(i))) safe.setCharAt(i, '_');
        }
        return safe.toString();
    }
}
