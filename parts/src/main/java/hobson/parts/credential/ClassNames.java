package hobson.parts.credential;

/** What the kinds of credentials and domains are called. */
final class ClassNames {
    private static final String CREDENTIALS = "com.cloudbees.plugins.credentials.";
    static final String USERNAME_PASSWORD = CREDENTIALS + "impl.UsernamePasswordCredentialsImpl";
    static final String CERTIFICATE = CREDENTIALS + "impl.CertificateCredentialsImpl";
    static final String UPLOADED_KEY_STORE = CERTIFICATE + "$UploadedKeyStoreSource";
    static final String SECRET_TEXT = "org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl";
    static final String SECRET_FILE = "org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl";
    static final String SSH_KEY = "com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey";
    static final String DIRECT_KEY = SSH_KEY + "$DirectEntryPrivateKeySource";

    static final String DOMAIN = CREDENTIALS + "domains.Domain";
    static final String HOSTNAME = CREDENTIALS + "domains.HostnameSpecification";
    static final String HOSTNAME_PORT = CREDENTIALS + "domains.HostnamePortSpecification";
    static final String SCHEME = CREDENTIALS + "domains.SchemeSpecification";
    static final String PATH = CREDENTIALS + "domains.PathSpecification";

    private ClassNames() {}
}
