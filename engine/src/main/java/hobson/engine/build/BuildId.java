package hobson.engine.build;

/** Which build. */
public record BuildId(long jobId, int number) {}
