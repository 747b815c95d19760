package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Who can use the client. */
class ModuleTest {
    private static final int JAVA_17 = 61;

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
