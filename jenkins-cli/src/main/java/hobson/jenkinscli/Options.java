package hobson.jenkinscli;

import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says, up to the command.
 *
 * @param server with a slash at the end
 * @param authorization the value of the header that proves who asks; null for nobody
 * @param user for SSH
 * @param keys files of private keys; those in the usual places when there are none
 * @param command never empty
 */
record Options(
        Mode mode,
        String server,
        @Nullable String authorization,
        @Nullable String user,
        List<String> keys,
        boolean strictHostKey,
        boolean withKeys,
        boolean checksCertificates,
        Level logging,
        List<String> command) {

    /** How the server is reached. */
    enum Mode {
        HTTP,
        WEB_SOCKET,
        SSH
    }
}
