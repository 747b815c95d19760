package hobson.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Reads reports of builds that were run elsewhere, of any length. Used by many threads. */
@FunctionalInterface
public interface ReportFormat {
    /**
     * @param charset of the report, null when it says it itself
     * @param log is given what the build printed, in UTF-8, while it is read
     * @throws hobson.engine.Refusal {@code BAD_INPUT} for what is no report
     */
    BuildReport read(InputStream report, @Nullable Charset charset, OutputStream log) throws IOException;
}
