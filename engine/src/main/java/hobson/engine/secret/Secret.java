package hobson.engine.secret;

/**
 * A text that is encrypted wherever it is kept. Prints as asterisks.
 *
 * @param cipherText what may be stored; {@link Vault} opens it
 */
public record Secret(String cipherText) {
    @Override
    public String toString() {
        return "********";
    }
}
