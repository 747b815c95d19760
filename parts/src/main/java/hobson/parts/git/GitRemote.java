package hobson.parts.git;

import hobson.engine.run.BuildSecrets;
import hobson.parts.files.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository to fetch from, with a build's variables in it, and the way in. */
record GitRemote(String name, String url, String refspec, GitAccess access) {
    static List<GitRemote> of(GitScm scm, Map<String, String> environment, BuildSecrets secrets) throws IOException {
        var remotes = new ArrayList<GitRemote>();
        for (var remote : scm.remotes()) {
            var name = remote.nameOr(remotes.isEmpty() ? "origin" : "origin" + remotes.size());
            var refspec = remote.refspec() == null || remote.refspec().isBlank()
                    ? "+refs/heads/*:refs/remotes/" + name + "/*"
                    : remote.refspec();
            if (!remote.url().isBlank()) {
                remotes.add(new GitRemote(
                        name,
                        Variables.expand(remote.url(), environment),
                        Variables.expand(refspec, environment),
                        GitAccess.of(remote.credentials(), secrets)));
            }
        }
        return remotes;
    }

    /** For logs: without a password. */
    String shownUrl() {
        return url.replaceFirst("://([^/@:]*):[^/@]*@", "://$1:****@");
    }
}
