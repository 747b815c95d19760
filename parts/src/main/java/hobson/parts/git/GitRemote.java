package hobson.parts.git;

import hobson.engine.run.BuildSecrets;
import hobson.engine.run.StepFailed;
import hobson.parts.files.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A repository to fetch from, with a build's variables in it, and the way in. */
record GitRemote(String name, String url, List<String> refspecs, GitAccess access) {
    private static final Pattern NAME = Pattern.compile("(?![-.])[\\w.-]+(?:/(?!\\.)[\\w.-]+)*");

    GitRemote {
        refspecs = List.copyOf(refspecs);
    }

    /** @throws StepFailed one of them is nowhere that this server fetches from */
    static List<GitRemote> of(GitScm scm, Map<String, String> environment, BuildSecrets secrets) throws IOException {
        var remotes = new ArrayList<GitRemote>();
        for (var remote : scm.remotes()) {
            if (!remote.url().isBlank()) {
                var name = remote.nameOr(remotes.isEmpty() ? "origin" : "origin" + remotes.size());
                if (!NAME.matcher(name).matches()) {
                    throw new StepFailed("'" + name.replaceAll("\\p{Cntrl}", "?") + "' is no name for a remote of Git");
                }
                var address = GitAddress.of(Variables.expand(remote.url(), environment));
                remotes.add(new GitRemote(
                        name,
                        address.text(),
                        refspecs(remote, name, environment),
                        GitAccess.of(remote.credentials(), address, secrets)));
            }
        }
        return remotes;
    }

    private static List<String> refspecs(GitScm.Remote remote, String name, Map<String, String> environment) {
        return remote.refspec() == null || remote.refspec().isBlank()
                ? List.of("+refs/heads/*:refs/remotes/" + name + "/*")
                : List.of(
                        Variables.expand(remote.refspec(), environment).strip().split("\\s+"));
    }
}
