package hobson.server.ephemeral;

import hobson.engine.build.Result;
import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildStep;
import hobson.server.ephemeral.Script.Action;
import java.io.IOException;
import java.nio.file.Files;

/** All steps of a build in one, as its script says. */
record ScriptedStep(Scripts scripts, String name) implements BuildStep {
    @Override
    public Result perform(BuildContext context) throws IOException, InterruptedException {
        var script = scripts.find(
                        context.job().path().fullName(), context.build().number())
                .orElse(Script.Content.NOTHING);
        int pauses = 0;
        for (var action : script.actions()) {
            switch (action) {
                case Action.Line line -> context.log().line(line.text());
                case Action.Pause pause -> {
                    int _ = context.runQuietly(pauses++, ScriptedLauncher.pause(pause.time()), "");
                }
            }
        }
        for (var file : script.files().entrySet()) {
            var at = context.folder().resolve("archive").resolve(file.getKey());
            Files.createDirectories(at.getParent());
            Files.write(at, file.getValue());
        }
        return script.result();
    }
}
