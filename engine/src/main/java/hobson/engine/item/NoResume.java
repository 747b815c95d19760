package hobson.engine.item;

/** Part of a job whose builds do not go on after the server was restarted. */
public record NoResume() {}
