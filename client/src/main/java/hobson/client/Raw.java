package hobson.client;

/**
 * Any address of the server, for what has no method of its own: with the login, crumbs, redirects, retries and typed errors of everything else.
 * Paths are below the server's address, percent-encoded, without a slash before them: {@code "job/app/api/json?tree=name"}.
 */
public final class Raw {
    private final Connection connection;

    Raw(Connection connection) {
        this.connection = connection;
    }

    /** What is at that address. Sent again when that fails, as it changes nothing. */
    public Answer get(String path) {
        return connection.send(Call.get(path));
    }

    /** The document at that address. */
    public Json json(String path) {
        return connection.json(path);
    }

    /** Sends something. Never sent again when it may have arrived. A redirect is an answer: it is the usual one to a form. */
    public Answer post(String path, Content content) {
        return connection.send(Call.post(path, content));
    }

    /** Sends nothing, which is what most buttons of the server's pages do. */
    public Answer post(String path) {
        return post(path, Content.NONE);
    }

    /** Any other method, without content. */
    public Answer send(String method, String path) {
        return connection.send(new Call(method, path, java.util.Map.of(), Content.NONE, null));
    }
}
