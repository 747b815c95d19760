package hobson.cli.session;

import hobson.cli.diff.BadDocument;
import hobson.cli.profile.BadProfiles;
import hobson.client.HobsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;

/** What went wrong, for the person who typed the command. */
public record Failures(String sentence, int exitCode) {

    /** The sentence and the exit code of whatever a command threw. */
    public static Failures of(Exception e) {
        return switch (e) {
            case HobsonException fromServer -> of(fromServer);
            case CompletionException wrapped when wrapped.getCause() instanceof Exception cause -> of(cause);
            case CommandFailure ours -> new Failures(text(ours), ours.exitCode());
            case BadProfiles profiles -> new Failures(text(profiles), ExitCode.CONFIGURATION);
            case BadDocument document -> new Failures("The document is wrong: " + text(document), ExitCode.BAD_DATA);
            case UncheckedIOException wrapped when wrapped.getCause() != null -> ofFile(wrapped.getCause());
            case IOException file -> ofFile(file);
            case IllegalArgumentException word -> new Failures(text(word), ExitCode.USAGE);
            case InterruptedException interrupted -> new Failures("Interrupted.", ExitCode.INTERRUPTED);
            default ->
                new Failures(
                        "This should not have happened: " + e + ". With HOBSON_DEBUG=1 the trace is shown.",
                        ExitCode.UNEXPECTED);
        };
    }

    private static Failures of(HobsonException e) {
        return switch (e) {
            case HobsonException.NotFound missing -> new Failures(e.sentence(), ExitCode.NOT_FOUND);
            case HobsonException.Unauthorized unknown ->
                new Failures(
                        e.sentence()
                                + " 'hobson login URL' makes a new token; 'hobson profile show' says which is used.",
                        ExitCode.NOT_PERMITTED);
            case HobsonException.Forbidden forbidden ->
                new Failures(e.sentence() + " 'hobson whoami' says who you are there.", ExitCode.NOT_PERMITTED);
            case HobsonException.Conflict conflict -> new Failures(e.sentence(), ExitCode.CONFLICT);
            case HobsonException.BadRequest bad -> new Failures(e.sentence() + place(bad), ExitCode.BAD_DATA);
            case HobsonException.ServerFailure failure -> new Failures(e.sentence(), ExitCode.UNAVAILABLE);
            case HobsonException.ConnectionFailure failure ->
                new Failures(e.sentence() + " Is the address right, and the server started?", ExitCode.UNAVAILABLE);
            case HobsonException.TimedOut late ->
                new Failures(e.sentence() + " --timeout SECONDS waits longer.", ExitCode.UNAVAILABLE);
            case HobsonException.Interrupted interrupted -> new Failures(e.sentence(), ExitCode.INTERRUPTED);
            case HobsonException.Cancelled cancelled -> new Failures(e.sentence(), ExitCode.ABORTED);
            case HobsonException.UnexpectedAnswer odd -> new Failures(e.sentence(), ExitCode.UNEXPECTED);
        };
    }

    private static String place(HobsonException.BadRequest bad) {
        var sentence = bad.sentence();
        if (bad.line().isEmpty() || sentence.contains("line ")) {
            return "";
        }
        var column = bad.column().isPresent() ? ", column " + bad.column().getAsInt() : "";
        return " (line " + bad.line().getAsInt() + column + ")";
    }

    private static Failures ofFile(IOException e) {
        var sentence = switch (e) {
            case NoSuchFileException missing -> "There is no file " + missing.getFile() + ".";
            case AccessDeniedException denied -> denied.getFile() + " cannot be read or written: no permission.";
            case FileAlreadyExistsException existing -> existing.getFile() + " is there already.";
            default -> text(e);
        };
        return new Failures(sentence, ExitCode.FILE);
    }

    private static String text(Exception e) {
        var message = e.getMessage();
        return message == null ? e.toString() : message;
    }
}
