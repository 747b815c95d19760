package hobson.remote.trigger;

import hobson.engine.Refusal;
import hobson.engine.item.JobDefinition;
import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.queue.ParameterDefaults;
import hobson.engine.run.Uploads;
import hobson.http.Request;
import hobson.http.Upload;
import hobson.remote.form.SubmittedForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the values of a build from what was sent. Files are kept; the one who submits the trigger answers for them. When a value is
 * refused nothing stays behind.
 */
final class ParameterForm {
    private final ParameterDefaults defaults;
    private final Uploads uploads;

    ParameterForm(ParameterDefaults defaults, Uploads uploads) {
        this.defaults = defaults;
        this.uploads = uploads;
    }

    /** From the structured form: what is listed, and no defaults. */
    List<ParameterValue> submitted(Request request, JobDefinition definition, SubmittedForm form) {
        return all(values -> {
            for (var field : form.parameters()) {
                var parameter = definition.parameters().stream()
                        .filter(p -> p.name().equals(field.name()))
                        .findFirst()
                        .orElseThrow(() -> Refusal.badInput("No such parameter definition: " + field.name()));
                values.add(submitted(request, parameter, field));
            }
        });
    }

    private List<ParameterValue> all(Consumer<List<ParameterValue>> reading) {
        var values = new ArrayList<ParameterValue>();
        try {
            reading.accept(values);
            return values;
        } catch (RuntimeException e) {
            uploads.discard(values);
            throw e;
        }
    }

    private ParameterValue submitted(Request request, ParameterDefinition parameter, SubmittedForm.Field field) {
        if (!field.value().isMissingNode()) {
            return parameter.fromText(field.text(), defaults);
        }
        var upload = request.upload(field.file().isEmpty() ? field.name() : field.file())
                .orElseThrow(() -> Refusal.badInput("Cannot retrieve the parameter value: " + field.name()));
        return kept(parameter, upload);
    }

    /** From plain fields: a value for every parameter that was sent or has a default. */
    List<ParameterValue> fields(Request request, JobDefinition definition) {
        return all(values -> {
            for (var parameter : definition.parameters()) {
                field(request, parameter).ifPresent(values::add);
            }
        });
    }

    private Optional<ParameterValue> field(Request request, ParameterDefinition parameter) {
        var sent = request.parameters().all(parameter.name());
        if (sent.size() > 1) {
            throw Refusal.badInput("Illegal number of parameter values for " + parameter.name() + ": " + sent.size());
        }
        if (sent.size() == 1) {
            return Optional.of(parameter.fromText(sent.getFirst(), defaults));
        }
        var upload = request.upload(parameter.name());
        return upload.isPresent() ? Optional.of(kept(parameter, upload.get())) : parameter.defaultValue(defaults);
    }

    private ParameterValue kept(ParameterDefinition parameter, Upload upload) {
        var fileName = plainName(upload.fileName());
        parameter.fromFile(fileName, "");
        try (var content = upload.open()) {
            return parameter.fromFile(fileName, uploads.keep(content));
        } catch (IOException e) {
            throw new UncheckedIOException("the file of parameter " + parameter.name() + " could not be kept", e);
        }
    }

    /** What comes after the last slash of either kind; the rest is the caller's own business. */
    private static String plainName(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        if (name.equals(".") || name.equals("..") || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.badInput("‘" + name + "’ is not a name for a file");
        }
        return name;
    }
}
