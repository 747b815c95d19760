package hobson.server.wire;

import static hobson.server.wire.Project.shell;
import static org.assertj.core.api.Assertions.assertThat;

import hobson.server.wire.CommandLineJar.Said;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands that look at the sources of jobs: {@code build -c} and {@code list-changes}. */
class SourceCommandsIT {
    @RegisterExtension
    static final WireServer SERVER =
            WireServer.of("admin: Overall/Administer", "alice: Overall/Read, Job/Read, Job/Build");

    private static @Nullable CommandLineJar jar;
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void logIn() throws Exception {
        jar = new CommandLineJar(SERVER);
        client = SERVER.as("admin");
    }

    private static CommandLineJar jar() {
        return Objects.requireNonNull(jar);
    }

    @Test
    void build_ifChanged_buildsAfterCommitsOnly() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("looked"));
        client.create("looked", Project.of(repository.scm("main"), shell("true")));

        assertThat(jar().run("alice", "build", "looked", "-c", "-s").out())
                .isEqualTo("Started looked #1\nCompleted looked #1 : SUCCESS\n");
        assertThat(jar().run("alice", "build", "looked", "-c", "-s")).isEqualTo(Said.nothing());
        assertThat(jar().run("alice", "build", "looked", "-c", "-w", "-v").out())
                .startsWith("Started on ")
                .contains("No changes\nDone.")
                .doesNotContain("Started looked");
        repository.commit("README", "second", "Change it");
        assertThat(jar().run("alice", "build", "looked", "-c", "-s").out())
                .isEqualTo("Started looked #2\nCompleted looked #2 : SUCCESS\n");
    }

    @Test
    void listChanges_ofBuilds_haveThreeForms() throws Exception {
        var repository = Repository.create(SERVER.folder().resolve("listed"));
        client.create("listed", Project.of(repository.scm("main"), shell("true")));
        client.build("listed", "build");
        repository.commit("a b/ü.txt", "new", "Say \"this\"\n\nbecause");
        var newest = repository.commit("README", "second", "Change it");
        client.build("listed", "build");

        assertThat(jar().run("alice", "list-changes", "listed", "1-9")).isEqualTo(new Said(0, """
                        Zoë Sample\tChange it
                          README
                        Zoë Sample\tSay "this"
                          a b/ü.txt
                        """, ""));
        assertThat(jar().run("alice", "list-changes", "listed", "2", "-format", "CSV"))
                .isEqualTo(new Said(0, """
                        "Zoë Sample","Change it"
                        "Zoë Sample","Say \\"this\\""
                        """, ""));
        assertThat(jar().run("alice", "list-changes", "-format", "xml", "listed", "1,2")
                        .out())
                .startsWith("""
                        <changes>
                        <build number='1'>
                        </build>
                        <build number='2'>
                        <gitChangeSetList _class='hudson.plugins.git.GitChangeSetList'>\
                        <item _class='hudson.plugins.git.GitChangeSet'><affectedPath>README</affectedPath>\
                        <commitId>%s</commitId>\
                        """.formatted(newest))
                .endsWith("</gitChangeSetList></build>\n</changes>\n");
    }
}
