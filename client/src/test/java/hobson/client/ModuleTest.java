package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What whoever uses the client must have. */
class ModuleTest {
    private static final int JAVA_17 = 61;

    @Test
    void module_atRunTime_needsTheJdkAndAJsonReader() throws Exception {
        // from where the class is: others on the class path have a descriptor too
        var own = Path.of(
                Hobson.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var bytes = Files.newInputStream(own.resolve("module-info.class"))) {
            var module = ModuleDescriptor.read(bytes);

            assertThat(module.requires())
                    .filteredOn(needed -> !needed.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactlyInAnyOrder("java.base", "java.net.http", "java.xml", "tools.jackson.core");
            assertThat(module.exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactly("hobson.client");
        }
    }

    @Test
    void classes_ofTheClient_areForJava17() throws Exception {
        try (var bytes = Hobson.class.getResourceAsStream("Hobson.class")) {
            var data = new DataInputStream(Objects.requireNonNull(bytes));
            data.readInt();
            data.readUnsignedShort();

            assertThat(data.readUnsignedShort()).isEqualTo(JAVA_17);
        }
    }
}
