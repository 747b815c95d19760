package hobson.remote.credential;

import hobson.engine.credential.CredentialFields;
import hobson.http.Request;
import hobson.http.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The fields of an object in a submitted form. */
record JsonFields(JsonNode node, Request request) implements CredentialFields {
    private static final int LARGEST_FILE = 4 * 1024 * 1024;

    @Override
    public String kind() {
        return text("$class").or(() -> text("stapler-class")).orElse("");
    }

    @Override
    public Optional<String> text(String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString("")) : Optional.empty();
    }

    @Override
    public boolean isRedacted(String field) {
        return node.path(field).has("secret-redacted");
    }

    @Override
    public Optional<CredentialFields> child(String field) {
        var child = node.path(field);
        return child.isObject() ? Optional.of(new JsonFields(child, request)) : Optional.empty();
    }

    @Override
    public Iterable<CredentialFields> children(String field) {
        var list = node.path(field);
        var children = new ArrayList<CredentialFields>();
        if (list.isObject()) {
            children.add(new JsonFields(list, request));
        }
        if (list.isArray()) {
            list.forEach(each -> children.add(new JsonFields(each, request)));
        }
        return List.copyOf(children);
    }

    @Override
    public Optional<SentFile> file(String field) {
        return text(field)
                .flatMap(request::upload)
                .filter(upload -> upload.size() > 0 || !upload.fileName().isEmpty())
                .map(JsonFields::sent);
    }

    private static SentFile sent(Upload upload) {
        if (upload.size() > LARGEST_FILE) {
            throw hobson.http.Problem.tooLarge("A secret file has at most " + LARGEST_FILE + " bytes");
        }
        try (var content = upload.open()) {
            return new SentFile(upload.fileName(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the uploaded file could not be read", e);
        }
    }
}
