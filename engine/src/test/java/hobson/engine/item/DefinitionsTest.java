package hobson.engine.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static final FolderDefinition READ =
            new FolderDefinition("folder", null, null, false, false, List.of(), List.of(), false);

    /** Every document has so many bytes. */
    private static Definitions definitions(int bytes, int capacity) {
        var document = new byte[bytes];
        return new Definitions(
                answering(ItemStore.class, "document", document), answering(ItemFormat.class, "read", READ), capacity);
    }

    private static <T> T answering(Class<T> port, String method, Object answer) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, called, _) -> {
            assertThat(called.getName()).isEqualTo(method);
            return answer;
        }));
    }

    private static Folder folder(long id) {
        return Folder.created(ItemPath.of("f" + id), READ).withId(id);
    }

    private static List<Long> inMemory(Definitions definitions) {
        return LongStream.range(0, 10)
                .filter(id -> definitions.inMemory(folder(id)) != null)
                .boxed()
                .toList();
    }

    @Test
    void of_largeDocuments_keepsThoseUsedLastThatAreNotTooMuchTogether() {
        var definitions = definitions(16 << 20, 1_000);

        LongStream.of(0, 1, 2, 3, 0, 4).forEach(id -> definitions.of(folder(id)));

        assertThat(inMemory(definitions)).containsExactly(0L, 2L, 3L, 4L);
    }

    @Test
    void of_anItemAgainAfterItWasForgotten_countsItOnce() {
        var definitions = definitions(16 << 20, 1_000);

        for (int i = 0; i < 10; i++) {
            definitions.of(folder(0));
            definitions.forget(0);
        }
        LongStream.range(1, 5).forEach(id -> definitions.of(folder(id)));

        assertThat(inMemory(definitions)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void of_manySmallDocuments_keepsAsManyAsAreWanted() {
        var definitions = definitions(10, 3);

        LongStream.range(0, 10).forEach(id -> definitions.of(folder(id)));

        assertThat(inMemory(definitions)).containsExactly(7L, 8L, 9L);
    }
}
