package hobson.engine.run;

import hobson.engine.build.Build;
import hobson.engine.item.Job;
import hobson.engine.item.JobDefinition;
import hobson.engine.run.BuildWrapper.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The wrappers of one build. What they gave is kept, encrypted, in the build's folder until the build is over: a credential may be
 * another one when a build goes on after a crash, and its steps would then see two.
 */
final class Wrapping {
    private final RunServices services;
    private final List<BuildWrapper> wrappers;
    private final Path kept;
    private final SecretsOfBuild secrets;

    Wrapping(RunServices services, Job job, JobDefinition definition, Build build, Path workspace, Path folder) {
        this.services = services;
        this.wrappers = definition.parts().stream()
                .filter(BuildWrapper.class::isInstance)
                .map(BuildWrapper.class::cast)
                .toList();
        this.kept = folder.resolve("surroundings");
        this.secrets = new SecretsOfBuild(
                services.credentials(),
                services.vault(),
                job,
                build,
                workspace,
                services.builds().folders().knownHosts());
    }

    private boolean isNone() {
        return wrappers.isEmpty();
    }

    /** Hides the secrets from the log, and gives what steps find. */
    Surroundings enter(BuildContext context, LogFile log) throws IOException {
        if (isNone()) {
            return Surroundings.NONE;
        }
        var surroundings =
                Files.exists(kept) ? decoded(services.vault().decrypt(Files.readAllBytes(kept))) : setUp(context);
        log.mask(new Mask(surroundings.secrets()));
        return surroundings;
    }

    private Surroundings setUp(BuildContext context) throws IOException {
        var all = Surroundings.NONE;
        for (var wrapper : wrappers) {
            all = all.and(wrapper.setUp(context, secrets));
        }
        var unfinished = kept.resolveSibling(kept.getFileName() + ".new");
        Files.write(unfinished, services.vault().encrypt(encoded(all)));
        Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
        return all;
    }

    /** The steps are over. */
    void leave() throws IOException {
        if (!isNone()) {
            secrets.deleteFiles();
        }
    }

    /** The build is over. */
    void forget() throws IOException {
        if (!isNone()) {
            secrets.deleteFiles();
            Files.deleteIfExists(kept);
        }
    }

    private static byte[] encoded(Surroundings surroundings) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(surroundings.variables().size());
            for (var variable : surroundings.variables().entrySet()) {
                write(out, variable.getKey());
                write(out, variable.getValue());
            }
            out.writeInt(surroundings.secrets().size());
            for (var secret : surroundings.secrets()) {
                write(out, secret);
            }
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Surroundings decoded(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Map<String, String> variables = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                variables.put(read(in), read(in));
            }
            List<String> secrets = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                secrets.add(read(in));
            }
            return new Surroundings(variables, secrets);
        }
    }

    private static String read(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
