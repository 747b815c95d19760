package hobson.cli;

/** Definitions that tests use. */
public final class Documents {
    private Documents() {}

    /** A job that runs this in a shell. */
    public static String job(String script) {
        return job(script, "");
    }

    /** @param properties what stands in the element of that name */
    public static String job(String script, String properties) {
        return """
                <?xml version='1.1' encoding='UTF-8'?>
                <project>
                  <description>about</description>
                  <properties>%s</properties>
                  <builders>
                    <hudson.tasks.Shell>
                      <command>%s</command>
                    </hudson.tasks.Shell>
                  </builders>
                  <publishers>
                    <hudson.tasks.ArtifactArchiver><artifacts>*.txt</artifacts><allowEmptyArchive>true</allowEmptyArchive></hudson.tasks.ArtifactArchiver>
                  </publishers>
                </project>
                """.formatted(properties, script);
    }

    /** Parameters of these definitions. */
    public static String parameters(String definitions) {
        return "<hudson.model.ParametersDefinitionProperty><parameterDefinitions>" + definitions
                + "</parameterDefinitions></hudson.model.ParametersDefinitionProperty>";
    }

    public static String folder(String description) {
        return "<com.cloudbees.hudson.plugins.folder.Folder><description>" + description
                + "</description></com.cloudbees.hudson.plugins.folder.Folder>";
    }

    public static String view(String job) {
        return "<hudson.model.ListView><name>v</name><jobNames><string>" + job
                + "</string></jobNames></hudson.model.ListView>";
    }

    public static String node(String name, int executors) {
        return "<slave><name>" + name + "</name><remoteFS>/ci</remoteFS><numExecutors>" + executors
                + "</numExecutors><mode>NORMAL</mode><launcher class=\"hudson.slaves.JNLPLauncher\"/><label>linux</label></slave>";
    }
}
