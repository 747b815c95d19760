package hobson.remote.cli;

import hobson.engine.user.Caller;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;

/**
 * A command line as a transport has received it.
 *
 * @param caller who the transport has found to be asking; the command runs as that one
 * @param words the command's name and its arguments; none when the client sent none
 * @param input what the client's standard input has; an end of file when it has no more
 * @param output the client's standard output, taken as text in {@code charset}; what is flushed arrives
 * @param error the client's standard error, likewise
 * @param rootUrl where the server is for this caller, with a slash at the end
 */
public record CommandCall(
        Caller caller,
        List<String> words,
        InputStream input,
        OutputStream output,
        OutputStream error,
        Charset charset,
        String rootUrl) {
    public CommandCall {
        words = List.copyOf(words);
    }
}
