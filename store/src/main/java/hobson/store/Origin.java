package hobson.store;

import hobson.engine.build.Cause;
import hobson.engine.parameter.ParameterValue;
import hobson.engine.secret.Secret;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a queue item hands to its build: why, and with which parameters. Secrets are kept as the cipher text they come with. The
 * numbers of the kinds are on disk: they are never changed or used again.
 */
record Origin(List<Cause> causes, @Nullable List<ParameterValue> parameters) {
    private static final int VERSION = 1;

    byte[] bytes() {
        var encoder = new Encoder(VERSION).list(causes, Origin::write).flag(parameters != null);
        return parameters == null
                ? encoder.bytes()
                : encoder.list(parameters, Origin::write).bytes();
    }

    static Origin read(byte[] bytes, Supplier<String> subject) {
        var decoder = new Decoder(bytes, VERSION, subject);
        return new Origin(decoder.list(Origin::cause), decoder.flag() ? decoder.list(Origin::parameter) : null);
    }

    private static void write(Encoder to, Cause cause) {
        switch (cause) {
            case Cause.User(var userId) -> to.kind(1).optional(userId);
            case Cause.Remote(var address, var note) -> to.kind(2).text(address).optional(note);
            case Cause.Upstream(var project, var build, var causes) ->
                to.kind(3).text(project).number(build).list(causes, Origin::write);
            case Cause.Timer() -> to.kind(4);
            case Cause.Change() -> to.kind(5);
            case Cause.Commit(var revision) -> to.kind(6).text(revision);
            case Cause.Webhook(var text) -> to.kind(7).text(text);
            case Cause.CommandLine(var userId) -> to.kind(8).optional(userId);
        }
    }

    private static Cause cause(Decoder from) {
        int kind = from.kind();
        return switch (kind) {
            case 1 -> new Cause.User(from.optional());
            case 2 -> new Cause.Remote(from.text(), from.optional());
            case 3 -> new Cause.Upstream(from.text(), from.integer(), from.list(Origin::cause));
            case 4 -> new Cause.Timer();
            case 5 -> new Cause.Change();
            case 6 -> new Cause.Commit(from.text());
            case 7 -> new Cause.Webhook(from.text());
            case 8 -> new Cause.CommandLine(from.optional());
            default -> throw from.unknown("a cause of kind", kind);
        };
    }

    private static void write(Encoder to, ParameterValue parameter) {
        switch (parameter) {
            case ParameterValue.Line(var name, var value) ->
                to.kind(1).text(name).text(value);
            case ParameterValue.Text(var name, var value) ->
                to.kind(2).text(name).text(value);
            case ParameterValue.Flag(var name, var value) ->
                to.kind(3).text(name).flag(value);
            case ParameterValue.Password(var name, var value) ->
                to.kind(4).text(name).text(value.cipherText());
            case ParameterValue.File(var name, var fileName, var upload) ->
                to.kind(5).text(name).text(fileName).text(upload);
            case ParameterValue.Run(var name, var job, var number) ->
                to.kind(6).text(name).text(job).number(number);
            case ParameterValue.Credentials(var name, var id, var byDefault) ->
                to.kind(7).text(name).text(id).flag(byDefault);
        }
    }

    private static ParameterValue parameter(Decoder from) {
        int kind = from.kind();
        return switch (kind) {
            case 1 -> new ParameterValue.Line(from.text(), from.text());
            case 2 -> new ParameterValue.Text(from.text(), from.text());
            case 3 -> new ParameterValue.Flag(from.text(), from.flag());
            case 4 -> new ParameterValue.Password(from.text(), new Secret(from.text()));
            case 5 -> new ParameterValue.File(from.text(), from.text(), from.text());
            case 6 -> new ParameterValue.Run(from.text(), from.text(), from.integer());
            case 7 -> new ParameterValue.Credentials(from.text(), from.text(), from.flag());
            default -> throw from.unknown("a parameter of kind", kind);
        };
    }
}
