package hobson.parts.credential;

import hobson.engine.run.BuildContext;
import hobson.engine.run.BuildSecrets;
import hobson.engine.run.BuildWrapper;
import java.io.IOException;
import java.util.List;

/** Hands credentials to the steps. */
record SecretWrapper(List<Binding> bindings) implements BuildWrapper {
    @Override
    public Surroundings setUp(BuildContext context, BuildSecrets secrets) throws IOException {
        var bound = new Bound();
        for (var binding : bindings) {
            binding.bind(secrets, bound);
        }
        return bound.surroundings();
    }
}
