package hobson.remote.api;

/** What a caller can do with an object besides reading it: a part of the page {@code …/api/}. */
public record HelpTopic(String title, String sentence) {}
