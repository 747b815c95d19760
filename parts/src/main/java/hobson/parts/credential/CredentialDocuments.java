package hobson.parts.credential;

import hobson.engine.Refusal;
import hobson.engine.credential.Credential;
import hobson.engine.credential.CredentialDomain;
import hobson.engine.credential.CredentialDomain.Specification;
import hobson.engine.credential.CredentialFields;
import hobson.engine.credential.CredentialFormat;
import hobson.engine.secret.Vault;
import hobson.parts.document.Documents;
import hobson.parts.document.Element;
import hobson.parts.document.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes the XML of credentials and of their domains. Whatever is written has no secrets in it. */
public final class CredentialDocuments implements CredentialFormat {
    private final Documents documents;
    private final Vault vault;
    private final SecretReader secrets;

    /** @param secrets how secrets are written in what is read */
    public CredentialDocuments(Limits limits, Vault vault, SecretReader secrets) {
        this.documents = new Documents(limits);
        this.vault = vault;
        this.secrets = secrets;
    }

    /** The fields of an element, which may be part of a larger document. */
    public static CredentialFields fields(Element element) {
        return ElementFields.ofRoot(element);
    }

    @Override
    public CredentialFields document(byte[] document) {
        return ElementFields.ofRoot(documents.read(document).root());
    }

    @Override
    public Credential read(CredentialFields fields, @Nullable Credential before) {
        return new CredentialReader(vault, secrets, fields, before).read();
    }

    @Override
    public CredentialDomain readDomain(CredentialFields fields) {
        if (!fields.kind().isEmpty() && !fields.kind().equals(ClassNames.DOMAIN)) {
            throw Refusal.badInput("A domain of credentials is a <" + ClassNames.DOMAIN + ">.");
        }
        var specifications = new ArrayList<Specification>();
        for (var each : fields.children("specifications")) {
            specifications.add(specification(each));
        }
        return new CredentialDomain(
                fields.text("name").orElse("").strip(),
                fields.text("description").orElse(null),
                specifications);
    }

    private static Specification specification(CredentialFields fields) {
        var includes = fields.text("includes").orElse("");
        var excludes = fields.text("excludes").orElse("");
        return switch (fields.kind()) {
            case ClassNames.HOSTNAME -> new Specification.Hostname(includes, excludes);
            case ClassNames.HOSTNAME_PORT -> new Specification.HostnamePort(includes, excludes);
            case ClassNames.SCHEME ->
                new Specification.Scheme(fields.text("schemes").orElse(""));
            case ClassNames.PATH ->
                new Specification.Path(
                        includes,
                        excludes,
                        fields.text("caseSensitive").orElse("").equalsIgnoreCase("true"));
            default ->
                throw Refusal.badInput("‘" + fields.kind() + "’ is no specification of a domain that this server has.");
        };
    }

    @Override
    public byte[] write(Credential credential) {
        var xml = new XmlText(className(credential.content()));
        xml.text("scope", credential.scope().name());
        xml.text("id", credential.id());
        if (credential.description() != null) {
            xml.text("description", credential.description());
        }
        switch (credential.content()) {
            case Credential.UsernamePassword(var username, var _, var usernameSecret) ->
                xml.text("username", username).redacted("password").flag("usernameSecret", usernameSecret);
            case Credential.SecretText _ -> xml.redacted("secret");
            case Credential.SecretFile(var fileName, var _) ->
                xml.text("fileName", fileName).redacted("secretBytes");
            case Credential.SshKey(var username, var usernameSecret, var _, var _) -> {
                xml.text("username", username).flag("usernameSecret", usernameSecret);
                xml.redacted("passphrase");
                xml.open("privateKeySource", ClassNames.DIRECT_KEY)
                        .redacted("privateKey")
                        .close();
            }
            case Credential.Certificate _ -> {
                xml.open("keyStoreSource", ClassNames.UPLOADED_KEY_STORE)
                        .redacted("uploadedKeystoreBytes")
                        .close();
                xml.redacted("password");
            }
        }
        return xml.bytes();
    }

    private static String className(Credential.Content content) {
        return switch (content) {
            case Credential.UsernamePassword _ -> ClassNames.USERNAME_PASSWORD;
            case Credential.SecretText _ -> ClassNames.SECRET_TEXT;
            case Credential.SecretFile _ -> ClassNames.SECRET_FILE;
            case Credential.SshKey _ -> ClassNames.SSH_KEY;
            case Credential.Certificate _ -> ClassNames.CERTIFICATE;
        };
    }

    @Override
    public byte[] write(CredentialDomain domain) {
        var xml = new XmlText(ClassNames.DOMAIN);
        if (!domain.global()) {
            xml.text("name", domain.name());
        }
        if (domain.description() != null) {
            xml.text("description", domain.description());
        }
        write(xml, domain.specifications());
        return xml.bytes();
    }

    private static void write(XmlText xml, List<Specification> specifications) {
        xml.open("specifications", null);
        for (var specification : specifications) {
            switch (specification) {
                case Specification.Hostname(var includes, var excludes) ->
                    xml.open(ClassNames.HOSTNAME, null)
                            .text("includes", includes)
                            .text("excludes", excludes);
                case Specification.HostnamePort(var includes, var excludes) ->
                    xml.open(ClassNames.HOSTNAME_PORT, null)
                            .text("includes", includes)
                            .text("excludes", excludes);
                case Specification.Scheme(var schemes) ->
                    xml.open(ClassNames.SCHEME, null).text("schemes", schemes);
                case Specification.Path(var includes, var excludes, var caseSensitive) ->
                    xml.open(ClassNames.PATH, null)
                            .text("includes", includes)
                            .text("excludes", excludes)
                            .flag("caseSensitive", caseSensitive);
            }
            xml.close();
        }
        xml.close();
    }
}
