package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.build.BuildFolders;
import hobson.engine.credential.Credential;
import hobson.engine.credential.CredentialLookup;
import hobson.engine.item.Job;
import hobson.engine.secret.Secret;
import hobson.engine.secret.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The secrets of one build; its files are beside the workspace, in {@code NAME@tmp/secretFiles/JOB-NUMBER}. */
public final class SecretsOfBuild implements BuildSecrets {
    private final CredentialLookup credentials;
    private final Vault vault;
    private final Job job;
    private final Build build;
    private final Path folder;
    private final Path knownHosts;
    private int files;

    public SecretsOfBuild(
            CredentialLookup credentials, Vault vault, Job job, Build build, Path workspace, Path knownHosts) {
        this.credentials = credentials;
        this.vault = vault;
        this.job = job;
        this.build = build;
        this.folder = workspace
                .resolveSibling(workspace.getFileName() + "@tmp")
                .resolve("secretFiles")
                .resolve(build.jobId() + "-" + build.number());
        this.knownHosts = knownHosts;
    }

    @Override
    public Credential find(String name) throws IOException {
        return credentials
                .find(job, build, name)
                .orElseThrow(() -> new IOException("Could not find credentials entry with ID '" + name + "'"));
    }

    @Override
    public String reveal(Secret secret) {
        return vault.reveal(secret);
    }

    @Override
    public byte[] revealBytes(Secret secret) {
        return vault.revealBytes(secret);
    }

    @Override
    public Path file(String name, byte[] content) throws IOException {
        var own = folder.resolve(Integer.toString(files++));
        Files.createDirectories(
                own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var file = own.resolve(Path.of(name).getFileName());
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
            var rest = java.nio.ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
        return file;
    }

    @Override
    public Path knownHosts() {
        return knownHosts;
    }

    public void deleteFiles() throws IOException {
        if (Files.exists(folder)) {
            BuildFolders.delete(folder);
        }
    }
}
