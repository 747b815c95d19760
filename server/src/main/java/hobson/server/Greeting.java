package hobson.server;

import java.nio.file.Path;

/** Is told how the server fares. */
interface Greeting {
    /** @param url with a slash at the end */
    void started(String version, String url, Path home);

    /** @param passwordFile keeps the password for the owner of the home */
    void firstStart(String url, String password, Path passwordFile);

    /** Everybody may do everything. */
    void unsecured(String url);

    void restarts();

    void ends();
}
