package hobson.engine.plugin;

/** Whether the author of a plugin says that it can begin to work while the server runs. */
public enum DynamicLoad {
    YES,
    NO,
    MAYBE
}
