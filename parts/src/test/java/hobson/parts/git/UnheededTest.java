package hobson.parts.git;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.scm.Sources.Author;
import hobson.engine.scm.Sources.Commit;
import hobson.engine.scm.Sources.Touched;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnheededTest {
    private static Commit commit(String author, String comment, String... paths) {
        var files = Stream.of(paths).map(path -> new Touched("edit", path)).toList();
        return new Commit("a1", new Author(author, "a@example.org"), "", 0, comment, files);
    }

    private static Unheeded regions(List<String> included, List<String> excluded) {
        return new Unheeded(included, excluded, List.of(), List.of());
    }

    @Test
    void reason_regions_countPathsThatAreIncludedAndNotExcluded() {
        var docs = regions(List.of(), List.of("docs/.*", ".*\\.md"));
        var sources = regions(List.of("src/.*"), List.of());
        var both = regions(List.of("src/.*"), List.of("src/gen/.*"));

        assertThat(docs.reason(commit("z", "m", "docs/a", "b.md"))).contains("Found only excluded paths: docs/a, b.md");
        assertThat(docs.reason(commit("z", "m", "docs/a", "src/b"))).isEmpty();
        assertThat(sources.reason(commit("z", "m", "docs/a"))).contains("No paths matched included region whitelist");
        assertThat(sources.reason(commit("z", "m", "docs/a", "src/b"))).isEmpty();
        assertThat(both.reason(commit("z", "m", "src/gen/a", "docs/b"))).isPresent();
        assertThat(both.reason(commit("z", "m", "src/gen/a", "src/b"))).isEmpty();
        assertThat(both.reason(commit("z", "m"))).isEmpty();
        assertThat(regions(List.of("("), List.of()).reason(commit("z", "m", "a")))
                .isPresent();
    }

    @Test
    void reason_usersAndMessages_areLookedFor() {
        var unheeded = new Unheeded(List.of(), List.of(), List.of("robot"), List.of("(?s).*\\[skip].*"));

        assertThat(unheeded.reason(commit("robot", "m", "a"))).contains("Found excluded author: robot");
        assertThat(unheeded.reason(commit("zoe", "Title\n\n[skip]\n", "a"))).contains("Found excluded message: Title");
        assertThat(unheeded.reason(commit("zoe", "m", "a"))).isEmpty();
    }
}
