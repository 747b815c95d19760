package hobson.remote.api;

import hobson.engine.Reader;
import hobson.export.Schema;

/** An object and how it is shown. */
public record Shown<T>(Schema<? super T, Reader> schema, T object) {}
