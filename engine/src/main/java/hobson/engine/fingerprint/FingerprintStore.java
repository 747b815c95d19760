package hobson.engine.fingerprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where fingerprints live. Written when a method returns. A fingerprint lives as long as one of the builds that made or used the
 * file; it may outlive its origin.
 */
public interface FingerprintStore {
    /**
     * Notes that a build made or used files.
     *
     * @param files MD5 by path, of which only what follows the last slash is kept; a file that is known keeps the name under
     *     which it was seen first
     * @param made the build made them: it is the origin of those that were not known before
     */
    void record(long jobId, int number, Map<String, String> files, boolean made, long timestamp);

    /** With the newest 5,000 ranges of builds that used it. */
    Optional<Fingerprint> find(String md5);

    /** Whether a build made or used any. Reads one row, wherever else the files were used. */
    boolean any(long jobId, int number);

    /** What a build made or used, ordered by file name, each with the newest 100 ranges of builds that used it. */
    List<Fingerprint> of(long jobId, int number);
}
