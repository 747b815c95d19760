package hobson.parts.report;

import com.ctc.wstx.exc.WstxIOException;
import hobson.engine.run.BuildReport;
import hobson.engine.run.ReportFormat;
import hobson.parts.document.Malformed;
import hobson.parts.document.XmlStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reports as XML ({@code endpoints.md §2.10}); of a log, no more than a piece is in memory. Used by many threads. */
public final class ReportDocuments implements ReportFormat {
    private final XmlStreams xml = new XmlStreams();

    @Override
    public BuildReport read(InputStream report, @Nullable Charset charset, OutputStream log) throws IOException {
        try {
            return xml.read(report, charset, reader -> new RunReader(reader, log).read());
        } catch (WstxIOException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        } catch (XMLStreamException e) {
            throw Malformed.because(e);
        }
    }
}
