package hobson.parts.credential;

import hobson.engine.run.BuildWrapper;
import hobson.parts.Part;
import hobson.parts.Reading;
import hobson.parts.Role;
import hobson.parts.document.Element;
import java.util.List;

/** {@code SecretBuildWrapper}: credentials as variables of a build's steps. */
public final class BindingPart implements Part {
    private static final String PACKAGE = "org.jenkinsci.plugins.credentialsbinding.impl.";
    private static final Role<Binding> BINDING = new Role<>("binding", Binding.class);

    @Override
    public List<Reading<?>> reads() {
        return List.of(
                Reading.of(Role.WRAPPER, PACKAGE + "SecretBuildWrapper", BindingPart::wrapper),
                binding(
                        "UsernamePasswordMultiBinding",
                        e -> new Binding.UsernameAndPassword(
                                id(e), text(e, "usernameVariable"), text(e, "passwordVariable"))),
                binding("UsernamePasswordBinding", e -> new Binding.Joined(id(e), text(e, "variable"))),
                binding("StringBinding", e -> new Binding.Text(id(e), text(e, "variable"))),
                binding("FileBinding", e -> new Binding.File(id(e), text(e, "variable"))),
                binding(
                        "SSHUserPrivateKeyBinding",
                        e -> new Binding.Key(
                                id(e),
                                text(e, "keyFileVariable"),
                                text(e, "usernameVariable"),
                                text(e, "passphraseVariable"))),
                binding(
                        "CertificateMultiBinding",
                        e -> new Binding.KeyStore(
                                id(e),
                                text(e, "keystoreVariable"),
                                text(e, "passwordVariable"),
                                text(e, "aliasVariable"))));
    }

    private interface Form {
        Binding of(Element element);
    }

    private static Reading<Binding> binding(String name, Form form) {
        return Reading.of(BINDING, PACKAGE + name, (element, _) -> form.of(element));
    }

    private static BuildWrapper wrapper(Element element, Reading.Nested nested) {
        return new SecretWrapper(element.child("bindings")
                .map(list -> nested.children(list, BINDING))
                .orElse(List.of()));
    }

    private static String id(Element element) {
        return text(element, "credentialsId");
    }

    private static String text(Element element, String field) {
        return element.text(field).orElse("").strip();
    }
}
