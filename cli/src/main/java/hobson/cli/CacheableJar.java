package hobson.cli;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Rewrites a jar whose classes are older than Java 6, as picocli's are, into one that does the same with classes of Java 8: the start
 * cache takes no older ones, and the JVM verifies them slowly. The launcher does it once, when it has built.
 */
public final class CacheableJar {
    private static final String CLASS = ".class";
    private static final String OF_MODULES = "module-info.class";
    private static final String OF_VERSIONS = "META-INF/versions/";

    private final ClassFile classes;

    private CacheableJar(ClassFile classes) {
        this.classes = classes;
    }

    /** @param words the jars, each of which is replaced as a whole */
    public static void main(String[] words) throws IOException {
        for (var word : words) {
            rewrite(Path.of(word));
        }
    }

    static void rewrite(Path jar) throws IOException {
        var fresh = Files.createTempFile(jar.toAbsolutePath().getParent(), ".jar", ".new");
        try (var loader = loader(jar);
                var from = new JarFile(jar.toFile());
                var to = new JarOutputStream(Files.newOutputStream(fresh))) {
            var resolver =
                    ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver());
            new CacheableJar(ClassFile.of(
                            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                            ClassFile.ConstantPoolSharingOption.NEW_POOL,
                            ClassFile.ClassHierarchyResolverOption.of(resolver)))
                    .copy(from, to);
        }
        Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static URLClassLoader loader(Path jar) throws MalformedURLException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()});
    }

    private void copy(JarFile from, JarOutputStream to) throws IOException {
        for (var entry : from.stream().toList()) {
            if (entry.getName().startsWith(OF_VERSIONS) || entry.getName().equals(OF_MODULES)) {
                continue; // on the class path nobody asks for them
            }
            try (var content = from.getInputStream(entry)) {
                var bytes = content.readAllBytes();
                to.putNextEntry(new JarEntry(entry.getName()));
                to.write(entry.getName().endsWith(CLASS) ? rewritten(bytes) : bytes);
            }
        }
    }

    private byte[] rewritten(byte[] bytes) {
        return classes.transformClass(classes.parse(bytes), CacheableJar::rewrite);
    }

    private static void rewrite(ClassBuilder builder, ClassElement element) {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
        } else if (element instanceof MethodModel method) {
            // code that is built anew gets stack maps; code that is handed on does not
            builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
        } else {
            builder.with(element);
        }
    }
}
