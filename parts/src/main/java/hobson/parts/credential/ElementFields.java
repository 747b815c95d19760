package hobson.parts.credential;

import hobson.engine.credential.CredentialFields;
import hobson.parts.document.Element;
import java.util.List;
import java.util.Optional;

/** The fields of an element. */
record ElementFields(Element element, String kind) implements CredentialFields {
    static final String REDACTED = "secret-redacted";

    static ElementFields ofRoot(Element root) {
        return new ElementFields(root, root.name());
    }

    @Override
    public Optional<String> text(String field) {
        return element.text(field);
    }

    @Override
    public boolean isRedacted(String field) {
        return element.child(field)
                .filter(child -> child.child(REDACTED).isPresent())
                .isPresent();
    }

    @Override
    public Optional<CredentialFields> child(String field) {
        return element.child(field)
                .map(child -> new ElementFields(child, child.attribute("class").orElse("")));
    }

    @Override
    public Iterable<CredentialFields> children(String field) {
        return element.child(field).map(Element::children).orElse(List.of()).stream()
                .<CredentialFields>map(ElementFields::ofRoot)
                .toList();
    }

    @Override
    public Optional<SentFile> file(String field) {
        return Optional.empty();
    }
}
