package hobson.engine.run;

import hobson.engine.credential.Credential;
import hobson.engine.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;

/** The secrets that a build may use. For the thread of the build. */
public interface BuildSecrets {
    /** @throws IOException there is none of that name for this build */
    Credential find(String name) throws IOException;

    String reveal(Secret secret);

    byte[] revealBytes(Secret secret);

    /** Writes a file that the server's own user alone can read, in a folder of its own; it is gone when the steps are over. */
    Path file(String name, byte[] content) throws IOException;

    /** Where ssh keeps the keys of the servers that it has met, for all builds; need not exist. */
    Path knownHosts();
}
