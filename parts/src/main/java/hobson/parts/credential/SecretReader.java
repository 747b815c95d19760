package hobson.parts.credential;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Understands how secrets are written in documents. Used by many threads. */
public interface SecretReader {
    /** Takes what is written for the secret itself: what callers send. */
    SecretReader PLAIN = new SecretReader() {
        @Override
        public String text(String written) {
            return written;
        }

        @Override
        public Optional<byte[]> bytes(String written) {
            try {
                return Optional.of(Base64.getMimeDecoder().decode(written.getBytes(StandardCharsets.US_ASCII)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    };

    String text(String written);

    /** Empty when that is no way to write bytes. */
    Optional<byte[]> bytes(String written);
}
