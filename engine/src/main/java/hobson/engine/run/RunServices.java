package hobson.engine.run;

import hobson.engine.build.Builds;
import hobson.engine.credential.CredentialLookup;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.scm.LastChanges;
import hobson.engine.secret.Vault;
import hobson.engine.time.Pace;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * What every build needs to run.
 *
 * @param fullName of a user's id
 */
public record RunServices(
        Builds builds,
        Launcher launcher,
        Workspaces workspaces,
        BuildEnvironment environment,
        Uploads uploads,
        FingerprintStore fingerprints,
        LastChanges lastChanges,
        Downstream downstream,
        UnaryOperator<String> fullName,
        CredentialLookup credentials,
        Vault vault,
        Staging staging,
        Pace pace) {
    InstantSource clock() {
        return pace.clock();
    }
}
