package hobson.client;

/** Who may use credentials of the server's own store. */
public enum CredentialScope {
    /** Jobs, too. */
    GLOBAL,
    /** The server alone, to reach agents and the like. */
    SYSTEM
}
