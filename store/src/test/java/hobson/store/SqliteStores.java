package hobson.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Stores in files of SQLite's, each in a folder of its own. */
final class SqliteStores extends OpenStores {
    private Path folder = Path.of("not yet");

    /** Where the last store is. */
    Path file() {
        return folder.resolve("hobson.db");
    }

    @Override
    SqlStores openEmpty() {
        deleteFolder();
        try {
            folder = Files.createTempDirectory("store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reopen();
    }

    @Override
    SqlStores reopen() {
        return SqlStores.openSqlite(file(), Vaults.withKnownKey());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        super.afterEach(context);
        deleteFolder();
    }

    private void deleteFolder() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
