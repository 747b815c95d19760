package hobson.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Git repository on this machine that a test commits to. */
final class Repository {
    private final Path folder;

    private Repository(Path folder) {
        this.folder = folder;
    }

    /** A new one, with one commit on its branch main. */
    static Repository create(Path folder) throws Exception {
        var repository = new Repository(Files.createDirectories(folder));
        repository.git("init", "-q", "-b", "main", ".");
        repository.commit("README", "first", "Begin");
        return repository;
    }

    String url() {
        return "file://" + folder;
    }

    /** The commit's name. */
    String commit(String file, String content, String message) throws Exception {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        git("add", "-A");
        git("commit", "-q", "-m", message);
        return head();
    }

    String head() throws Exception {
        return git("rev-parse", "HEAD").strip();
    }

    String git(String... words) throws Exception {
        var command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Zoë Sample",
                "-c",
                "user.email=zoe@example.org",
                "-c",
                "core.hooksPath=/dev/null"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** As {@code <scm>} in a job's document. */
    String scm(String branch) {
        return "<scm class=\"hudson.plugins.git.GitSCM\" plugin=\"git@5.2.1\"><configVersion>2</configVersion><userRemoteConfigs>"
                + "<hudson.plugins.git.UserRemoteConfig><url>" + url() + "</url></hudson.plugins.git.UserRemoteConfig>"
                + "</userRemoteConfigs><branches><hudson.plugins.git.BranchSpec><name>" + branch
                + "</name></hudson.plugins.git.BranchSpec></branches>"
                + "<doGenerateSubmoduleConfigurations>false</doGenerateSubmoduleConfigurations>"
                + "<submoduleCfg class=\"empty-list\"/><extensions/></scm>";
    }
}
