package hobson.parts.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hobson.engine.build.Result;
import hobson.engine.run.StepFailed;
import hobson.parts.TestBuild;
import hobson.parts.TestParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactArchiverIT {
    private Path outside;
    private TestBuild build;

    @BeforeEach
    void newBuild(@TempDir Path folder) throws IOException {
        outside = Files.createDirectory(folder.resolve("outside"));
        build = new TestBuild(folder);
    }

    @Test
    void perform_matchingFiles_areCopiedWithTheirPaths() throws Exception {
        build.file("out/a.txt", "art\n");
        build.file("out/sub/b.txt", "b\n");
        build.file("src/c.txt", "c\n");

        var result = archive("<artifacts>out/**</artifacts><fingerprint>true</fingerprint>");

        assertThat(result).isEqualTo(Result.SUCCESS);
        assertThat(archived()).containsExactly("out/a.txt", "out/sub/b.txt");
        assertThat(build.archive().resolve("out/a.txt")).hasContent("art\n");
        assertThat(build.lines).containsExactly("Archiving artifacts", "Recording fingerprints");
        assertThat(build.made)
                .containsEntry("out/a.txt", "388f541e76114aaef9af809e0ac6dc5b")
                .hasSize(2);
        assertThat(build.given).isEmpty();
    }

    @Test
    void perform_withoutFingerprint_copiesTheSameBytesAndTime() throws Exception {
        var file = build.file("big", "0123456789".repeat(100_000));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L));

        archive("<artifacts>big</artifacts>");

        assertThat(build.archive().resolve("big")).hasSameBinaryContentAs(file);
        assertThat(Files.getLastModifiedTime(build.archive().resolve("big")).toMillis())
                .isEqualTo(1_600_000_000_000L);
        assertThat(build.lines).containsExactly("Archiving artifacts");
    }

    @Test
    void perform_archivedFile_isNotTheOneInTheWorkspace() throws Exception {
        var file = build.file("a.txt", "first");
        archive("<artifacts>a.txt</artifacts>");

        Files.writeString(file, "second");

        assertThat(build.archive().resolve("a.txt")).hasContent("first");
    }

    @Test
    void perform_again_givesTheSame() throws Exception {
        build.file("a.txt", "longer than the next");
        archive("<artifacts>a.txt</artifacts>");
        build.file("a.txt", "short");

        archive("<artifacts>a.txt</artifacts><fingerprint>true</fingerprint>");

        assertThat(build.archive().resolve("a.txt")).hasContent("short");
    }

    @Test
    void perform_fileFromBeforeTheBuild_wasGivenToIt() throws Exception {
        Files.setLastModifiedTime(build.file("lib.jar", "x"), FileTime.fromMillis(1_600_000_000_000L));

        archive("<artifacts>*</artifacts><fingerprint>true</fingerprint>");

        assertThat(build.given).containsOnlyKeys("lib.jar");
        assertThat(build.made).isEmpty();
    }

    @Test
    void perform_nothingFound_failsUnlessAllowed() throws Exception {
        var line = "No artifacts found that match the file pattern \"none/**\". Configuration error?";

        assertThat(archive("<artifacts>none/**</artifacts>")).isEqualTo(Result.FAILURE);
        assertThat(build.lines).containsExactly("Archiving artifacts", "ERROR: " + line);

        build.lines.clear();
        assertThat(archive("<artifacts>none/**</artifacts><allowEmptyArchive>true</allowEmptyArchive>"))
                .isEqualTo(Result.SUCCESS);
        assertThat(build.lines).containsExactly("Archiving artifacts", line);
    }

    @Test
    void perform_nothingFoundByFailedBuild_isNoError() throws Exception {
        build.soFar(Result.FAILURE);

        assertThat(archive("<artifacts>none/**</artifacts>")).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).containsExactly("Archiving artifacts");
    }

    @Test
    void perform_onlyIfSuccessful_skipsFailedBuilds() throws Exception {
        build.file("a", "x");
        var fields = "<artifacts>a</artifacts><onlyIfSuccessful>true</onlyIfSuccessful>";

        build.soFar(Result.FAILURE);
        assertThat(archive(fields)).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).containsExactly("Skipped archiving because build is not successful");

        build.soFar(Result.UNSTABLE);
        archive(fields);
        assertThat(archived()).containsExactly("a");
    }

    @Test
    void perform_noPattern_fails() throws Exception {
        assertThat(archive("<artifacts/>")).isEqualTo(Result.FAILURE);
        assertThat(build.lines).last().asString().contains("No artifacts are configured");
    }

    @Test
    void perform_excludesCaseAndVariables_areHonoured() throws Exception {
        build.environment.put("DIR", "out");
        build.file("out/A.TXT", "x");
        build.file("out/b.log", "x");
        build.file("out/.git/config", "x");

        archive("<artifacts>${DIR}/*.txt,$DIR/**/*.log</artifacts><excludes>**/b.*</excludes>"
                + "<caseSensitive>false</caseSensitive>");

        assertThat(archived()).containsExactly("out/A.TXT");
    }

    @Test
    void perform_withoutDefaultExcludes_takesThemToo() throws Exception {
        build.file(".git/config", "x");

        archive("<artifacts>**</artifacts><defaultExcludes>false</defaultExcludes>");

        assertThat(archived()).containsExactly(".git/config");
    }

    @Test
    void perform_linksOutOfTheWorkspace_areLeftOut() throws Exception {
        Files.writeString(outside.resolve("secret"), "secret");
        build.file("in/real.txt", "real");
        var workspace = build.workspace();
        Files.createSymbolicLink(workspace.resolve("in/file"), outside.resolve("secret"));
        Files.createSymbolicLink(workspace.resolve("in/folder"), outside);
        Files.createSymbolicLink(workspace.resolve("in/up"), Path.of("../../.."));
        Files.createSymbolicLink(workspace.resolve("in/nowhere"), Path.of("nowhere-at-all"));
        Files.createSymbolicLink(workspace.resolve("in/self"), Path.of("self"));

        var result = archive("<artifacts>**</artifacts>");

        assertThat(result).isEqualTo(Result.SUCCESS);
        assertThat(archived()).containsExactly("in/real.txt");
        assertThat(build.lines).anyMatch(line -> line.startsWith("Left out 3 links") && line.endsWith("in/file"));
    }

    @Test
    void perform_linksInsideTheWorkspace_areFollowedUnlessToldNotTo() throws Exception {
        build.file("data/x.txt", "x");
        var workspace = build.workspace();
        Files.createSymbolicLink(workspace.resolve("link.txt"), Path.of("data/x.txt"));
        Files.createSymbolicLink(workspace.resolve("also"), Path.of("data"));
        Files.createSymbolicLink(workspace.resolve("data/circle"), Path.of(".."));

        archive("<artifacts>also/*.txt,link.txt</artifacts>");

        assertThat(archived()).containsExactly("also/x.txt", "link.txt");
        assertThat(Files.isSymbolicLink(build.archive().resolve("link.txt"))).isFalse();

        assertThat(archive("<artifacts>link.txt</artifacts><followSymlinks>false</followSymlinks>"))
                .isEqualTo(Result.FAILURE);
    }

    @Test
    void perform_circlesOfLinks_end() throws Exception {
        for (int i = 0; i < 3; i++) {
            build.file("d" + i + "/f.txt", "x");
            for (int j = 0; j < 3; j++) {
                Files.createSymbolicLink(build.workspace().resolve("d" + i + "/to" + j), Path.of("../d" + j));
            }
        }

        assertThat(archive("<artifacts>**/f.txt</artifacts>")).isEqualTo(Result.SUCCESS);
        assertThat(archived())
                .hasSize(3 * 5)
                .contains("d0/f.txt", "d0/to1/f.txt", "d0/to1/to2/f.txt", "d2/to1/to0/f.txt");
    }

    @Test
    void perform_namedPipe_isNotWaitedFor() throws Exception {
        build.file("a.txt", "x");
        var pipe = build.workspace().resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        archive("<artifacts>**</artifacts>");

        assertThat(archived()).containsExactly("a.txt");
    }

    @Test
    void perform_interrupted_stops() throws Exception {
        build.file("a.txt", "x");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> archive("<artifacts>**</artifacts>")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void perform_archiveThatCannotBeWritten_saysWhy() throws Exception {
        build.file("a/b.txt", "x");
        Files.createDirectories(build.archive());
        Files.writeString(build.archive().resolve("a"), "in the way");

        assertThat(archive("<artifacts>**</artifacts>")).isEqualTo(Result.FAILURE);
        assertThat(build.lines).last().asString().startsWith("ERROR: the artifacts could not be archived: ");
    }

    private Result archive(String fields) throws Exception {
        var element = "<hudson.tasks.ArtifactArchiver>" + fields + "</hudson.tasks.ArtifactArchiver>";
        try {
            return TestParts.publisher(element).perform(build);
        } catch (StepFailed e) {
            build.lines.add("ERROR: " + e.getMessage());
            return Result.FAILURE;
        }
    }

    private List<String> archived() throws IOException {
        return ArtifactListing.paths(build.archive(), 1_000);
    }
}
