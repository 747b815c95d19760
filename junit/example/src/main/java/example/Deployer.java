package example;

import hobson.client.Hobson;
import hobson.client.Parameters;
import hobson.client.Result;
import java.time.Duration;

/** Deploys a version with the job {@code deploy}, and the version before when that fails. */
public final class Deployer {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Hobson server;

    public Deployer(Hobson server) {
        this.server = server;
    }

    /** @return whether the version is there now */
    public boolean deploy(String version, String before) {
        if (run(version) == Result.SUCCESS) {
            return true;
        }
        if (run(before) != Result.SUCCESS) {
            throw new IllegalStateException("Neither " + version + " nor " + before + " could be deployed");
        }
        return false;
    }

    private Result run(String version) {
        return server.job("deploy").trigger(Parameters.of("VERSION", version)).awaitResult(PATIENCE);
    }
}
