package hobson.parts.plugin;

import hobson.engine.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whether every byte of a plugin's jar is what it was when it was packed, and nothing in it is where it must not be. */
final class JarCheck {
    private static final int ENTRIES = 20_000;
    private static final long BYTES = 1L << 30;
    private static final List<String> TAKEN =
            List.of("java/", "hobson/engine/", "hobson/export/", "hobson/parts/", "org/jspecify/");

    private JarCheck() {}

    static void check(ZipFile jar) throws IOException {
        if (jar.size() > ENTRIES) {
            throw Refusal.badInput("The plugin has more than " + ENTRIES + " files inside.");
        }
        long left = BYTES;
        for (var entries = jar.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            requireInside(entry.getName());
            if (!entry.isDirectory()) {
                left -= read(jar, entry, left);
            }
        }
    }

    private static void requireInside(String name) {
        boolean outside = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.indexOf('\0') >= 0
                || Arrays.asList(name.split("/")).contains("..");
        if (outside) {
            throw Refusal.badInput("The plugin has a file whose name leads out of it.");
        }
        if (TAKEN.stream().anyMatch(name::startsWith) && name.endsWith(".class")) {
            throw Refusal.badInput("The plugin brings classes of the server: " + name + ".");
        }
    }

    private static long read(ZipFile jar, ZipEntry entry, long most) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[16 * 1024];
        long total = 0;
        try (var in = new CheckedInputStream(jar.getInputStream(entry), sum)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > most) {
                    throw Refusal.badInput("The plugin has more than " + BYTES + " bytes inside.");
                }
            }
        }
        if (entry.getCrc() != sum.getValue()) {
            throw Refusal.badInput("The plugin is damaged: the checksum of " + entry.getName() + " is wrong.");
        }
        return total;
    }
}
