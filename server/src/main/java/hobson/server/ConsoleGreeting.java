package hobson.server;

import java.io.PrintStream;
import java.nio.file.Path;

/** Says on the console how the server fares, and the first time what to do with it. */
final class ConsoleGreeting implements Greeting {
    private final PrintStream out;

    ConsoleGreeting(PrintStream out) {
        this.out = out;
    }

    @Override
    public void started(String version, String url, Path home) {
        say("Hobson " + version + " listens on " + url + " and keeps everything in " + home);
    }

    @Override
    public void firstStart(String url, String password, Path passwordFile) {
        var login = "-u 'admin:" + password + "'";
        say("""

                This is its first start. The administrator of this server:

                    user      admin
                    password  %s

                The password is also in %s,
                which only you can read. It is not shown again.

                Three lines to copy: look, get a crumb, make a job.

                    curl %s '%sapi/json?pretty=true'
                    CRUMB=$(curl -s -c ~/.hobson-cookies %s '%scrumbIssuer/api/xml?xpath=concat(//crumbRequestField,":",//crumb)')
                    curl -b ~/.hobson-cookies -H "$CRUMB" %s -H 'Content-Type: application/xml' -d '<project/>' -w 'answered with %%{http_code}\\n' '%screateItem?name=hello'
                """.formatted(password, passwordFile, login, url, login, url, login, url));
    }

    @Override
    public void unsecured(String url) {
        say("Security is off: everybody who can reach " + url
                + " may do everything here, and run commands on this machine");
    }

    @Override
    public void restarts() {
        say("Hobson restarts; builds go on meanwhile");
    }

    @Override
    public void ends() {
        say("Hobson has ended; builds go on, and the next start finds them again");
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
