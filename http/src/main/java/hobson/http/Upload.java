package hobson.http;

import java.io.IOException;
import java.io.InputStream;

/** A file of a multipart form. Lives as long as its request. */
public interface Upload {

    /** The name of the form field. */
    String name();

    /** What the caller calls the file. Untrusted: may be a path, {@code ..}, empty, or anything else. */
    String fileName();

    /** What the caller says it is; may be empty. */
    String contentType();

    /** Bytes. */
    long size();

    /** The content from its start; may be opened several times. */
    InputStream open() throws IOException;
}
