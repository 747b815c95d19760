package hobson.parts.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactListingIT {
    @TempDir
    private Path archive;

    @Test
    void paths_folders_areListedInPlace() throws Exception {
        files("b.txt", "a/z.txt", "a/y/x.txt", "B/c.txt", "C.txt");

        assertThat(ArtifactListing.paths(archive, 100))
                .containsExactly("a/y/x.txt", "a/z.txt", "B/c.txt", "b.txt", "C.txt");
    }

    @Test
    void paths_limit_endsTheList() throws Exception {
        files("a/1", "a/2", "a/3", "b");

        assertThat(ArtifactListing.paths(archive, 2)).containsExactly("a/1", "a/2");
    }

    @Test
    void paths_nothingArchived_isEmpty() throws Exception {
        assertThat(ArtifactListing.paths(archive.resolve("none"), 100)).isEmpty();
    }

    @Test
    void paths_links_areNotListed() throws Exception {
        files("a");
        Files.createSymbolicLink(archive.resolve("l"), Path.of("a"));

        assertThat(ArtifactListing.paths(archive, 100)).hasSize(1);
    }

    private void files(String... paths) throws IOException {
        for (var path : paths) {
            Files.createDirectories(archive.resolve(path).getParent());
            Files.writeString(archive.resolve(path), "x");
        }
    }
}
