package hobson.parts.node;

import hobson.engine.node.AgentLauncher;

/** What the documents call things. */
final class WireNames {
    static final String INBOUND = "hudson.slaves.JNLPLauncher";
    static final String VARIABLES = "hudson.slaves.EnvironmentVariablesNodeProperty";
    static final String PERMISSIONS = "org.jenkinsci.plugins.matrixauth.AuthorizationMatrixNodeProperty";
    static final String BY_USER = "hudson.slaves.OfflineCause$UserCause";
    static final String BY_COMMAND = "hudson.slaves.OfflineCause$ByCLI";

    /** What a launcher without the element means. */
    static final AgentLauncher.WorkFolder NO_WORK_FOLDER = new AgentLauncher.WorkFolder(true, null, "remoting", false);

    private WireNames() {}
}
