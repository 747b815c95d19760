package hobson.parts;

import hobson.engine.parameter.ParameterDefinition;
import hobson.engine.run.BuildStep;
import hobson.engine.run.Publisher;

/**
 * What a part does for a job, and so what reading it gives.
 *
 * @param name as messages call it
 * @param type what reading gives
 */
public record Role<T>(String name, Class<T> type) {
    public static final Role<BuildStep> BUILDER = new Role<>("builder", BuildStep.class);
    public static final Role<Publisher> PUBLISHER = new Role<>("publisher", Publisher.class);
    public static final Role<ParameterDefinition> PARAMETER = new Role<>("parameter", ParameterDefinition.class);
    public static final Role<Object> PROPERTY = new Role<>("property", Object.class);
    public static final Role<Object> TRIGGER = new Role<>("trigger", Object.class);
    public static final Role<Object> WRAPPER = new Role<>("wrapper", Object.class);
    public static final Role<Object> SCM = new Role<>("scm", Object.class);
}
