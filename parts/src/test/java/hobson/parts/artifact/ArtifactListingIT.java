package hobson.parts.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.parts.TestParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactListingIT {
    @TempDir
    private Path archive;

    @Test
    void of_folders_areListedInPlace() throws Exception {
        files("b.txt", "a/z.txt", "a/y/x.txt", "B/c.txt", "C.txt");

        assertThat(ArtifactListing.of(archive, 100))
                .extracting(Artifact::relativePath)
                .containsExactly("a/y/x.txt", "a/z.txt", "B/c.txt", "b.txt", "C.txt");
    }

    @Test
    void of_sameNames_areShownWithWhatTellsThemApart() throws Exception {
        files("a/b/x.txt", "c/b/x.txt", "d/x.txt", "y.txt", "e/y.txt", "z.txt");

        assertThat(ArtifactListing.of(archive, 100))
                .extracting(Artifact::displayPath)
                .containsExactly("a/b/x.txt", "c/b/x.txt", "d/x.txt", "e/y.txt", "y.txt", "z.txt");
    }

    @Test
    void of_moreThanTwenty_haveNoDisplayPath() throws Exception {
        for (int i = 0; i < 20; i++) {
            files("f" + i);
        }
        assertThat(ArtifactListing.of(archive, 100)).noneMatch(a -> a.displayPath() == null);

        files("f20");
        assertThat(ArtifactListing.of(archive, 100)).hasSize(21).allMatch(a -> a.displayPath() == null);
    }

    @Test
    void of_limit_endsTheList() throws Exception {
        files("a/1", "a/2", "a/3", "b");

        assertThat(ArtifactListing.of(archive, 2))
                .extracting(Artifact::relativePath)
                .containsExactly("a/1", "a/2");
    }

    @Test
    void of_nothingArchived_isEmpty() throws Exception {
        assertThat(ArtifactListing.of(archive.resolve("none"), 100)).isEmpty();
    }

    @Test
    void of_links_areNotListed() throws Exception {
        files("a");
        Files.createSymbolicLink(archive.resolve("l"), Path.of("a"));

        assertThat(ArtifactListing.of(archive, 100)).hasSize(1);
    }

    @Test
    void json_ofArtifact_hasItsThreeMembers() throws Exception {
        files("out/a.txt");

        assertThat(TestParts.json(ArtifactListing.of(archive, 1).getFirst()))
                .isEqualTo("{\"_class\":\"hudson.model.Run$Artifact\",\"displayPath\":\"a.txt\",\"fileName\":\"a.txt\","
                        + "\"relativePath\":\"out/a.txt\"}");
    }

    private void files(String... paths) throws IOException {
        for (var path : paths) {
            Files.createDirectories(archive.resolve(path).getParent());
            Files.writeString(archive.resolve(path), "x");
        }
    }
}
