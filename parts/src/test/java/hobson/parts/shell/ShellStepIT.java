package hobson.parts.shell;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.build.Result;
import hobson.parts.TestBuild;
import hobson.parts.TestParts;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellStepIT {
    private TestBuild build;

    @BeforeEach
    void newBuild(@TempDir Path folder) {
        build = new TestBuild(folder);
    }

    @Test
    void perform_noShebang_saysWhatItDoesAndStopsAtTheFirstError() throws Exception {
        var result = perform("<command>echo hello\nfalse\necho never</command>");

        assertThat(result).isEqualTo(Result.FAILURE);
        assertThat(build.lines).containsExactly("$ /bin/sh -xe", "+ echo hello", "hello", "+ false");
    }

    @Test
    void perform_inWorkspace_findsItsFiles() throws Exception {
        build.file("a.txt", "art");

        assertThat(perform("<command>cat a.txt</command>")).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).endsWith("art");
    }

    @Test
    void perform_shebang_isTheInterpreterWithItsArguments() throws Exception {
        var result = perform("<command>#! /usr/bin/env   sh\nfalse\necho \"shell\" $0 | cut -c1-5</command>");

        assertThat(result).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).containsExactly("$ /usr/bin/env sh", "shell");
    }

    @Test
    void perform_windowsLineEnds_areFixed() throws Exception {
        assertThat(perform("<command>echo one&#13;\necho two&#13;\n</command>")).isEqualTo(Result.SUCCESS);
        assertThat(build.lines).contains("one", "two");
    }

    @Test
    void perform_script_isGivenAsItIsBehindALineFeed() throws Exception {
        perform("<command>true</command>");
        assertThat(Files.readString(build.folder().resolve("script-0"))).isEqualTo("\ntrue");

        perform("<command>#!/bin/sh\ntrue</command>");
        assertThat(Files.readString(build.folder().resolve("script-0"))).isEqualTo("#!/bin/sh\ntrue");
    }

    @Test
    void perform_unstableCode_isUnstable() throws Exception {
        assertThat(perform("<command>exit 7</command><unstableReturn>7</unstableReturn>"))
                .isEqualTo(Result.UNSTABLE);
        assertThat(perform("<command>exit 8</command><unstableReturn>7</unstableReturn>"))
                .isEqualTo(Result.FAILURE);
        assertThat(perform("<command>true</command><unstableReturn>0</unstableReturn>"))
                .isEqualTo(Result.SUCCESS);
    }

    @Test
    void perform_nothingToDo_succeeds() throws Exception {
        assertThat(perform("<configuredLocalRules/>")).isEqualTo(Result.SUCCESS);
        assertThat(perform("<command>#!</command>")).isEqualTo(Result.SUCCESS);
    }

    private Result perform(String fields) throws Exception {
        return TestParts.step("<hudson.tasks.Shell>" + fields + "</hudson.tasks.Shell>")
                .perform(build);
    }
}
