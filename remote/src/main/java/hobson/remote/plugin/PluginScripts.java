package hobson.remote.plugin;

import hobson.engine.plugin.PluginFormat.Wanted;
import hobson.engine.plugin.UpdateCenter;
import hobson.engine.user.Caller;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two scripts that python-jenkins sends because Jenkins has no address for what they do. They are recognised letter by letter and
 * never run; the plugin that they name comes with what it needs.
 */
final class PluginScripts {
    private static final String CENTER = "Jenkins.instance.updateCenter";
    private static final String END = "\nprint(\")]}.\")";
    private static final String ANSWERED = ")]}.";
    private static final Pattern INSTALL =
            Pattern.compile(Pattern.quote(CENTER) + "\\.getPlugin\\(\"([A-Za-z0-9_.-]+)\"\\)"
                    + "(?:\\.getNeededDependencies\\(\\)\\.each\\{it\\.deploy\\(\\)};" + Pattern.quote(CENTER)
                    + "\\.getPlugin\\(\"\\1\"\\))?\\.deploy\\(\\);" + Pattern.quote(END));
    private static final String RESTART = CENTER + ".isRestartRequiredForCompletion()" + END;

    private final UpdateCenter center;

    PluginScripts(UpdateCenter center) {
        this.center = center;
    }

    /** What the script would have printed; empty for any other script. */
    Optional<String> answer(Caller caller, String script) {
        var install = INSTALL.matcher(script);
        if (install.matches()) {
            center.install(caller, List.of(Wanted.of(install.group(1))), true);
            return Optional.of("\n" + ANSWERED);
        }
        return script.equals(RESTART)
                ? Optional.of("Result: " + center.restartRequired() + "\n" + ANSWERED)
                : Optional.empty();
    }
}
