package hobson.engine.item;

/** Part of a job whose builds are run elsewhere and reported here; it cannot be triggered. */
public record ReportedBuilds() {}
