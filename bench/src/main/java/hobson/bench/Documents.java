package hobson.bench;

/** Definitions of the jobs that are measured. */
final class Documents {
    private Documents() {}

    /** A job with one text parameter {@code P}, whose builds may run side by side. */
    static String job(String script) {
        return """
                <?xml version='1.1' encoding='UTF-8'?>
                <project>
                  <description>Measured</description>
                  <keepDependencies>false</keepDependencies>
                  <properties>
                    <hudson.model.ParametersDefinitionProperty>
                      <parameterDefinitions>
                        <hudson.model.StringParameterDefinition>
                          <name>P</name>
                          <defaultValue></defaultValue>
                        </hudson.model.StringParameterDefinition>
                      </parameterDefinitions>
                    </hudson.model.ParametersDefinitionProperty>
                  </properties>
                  <canRoam>true</canRoam>
                  <disabled>false</disabled>
                  <concurrentBuild>true</concurrentBuild>
                  <builders>
                    <hudson.tasks.Shell>
                      <command>%s</command>
                    </hudson.tasks.Shell>
                  </builders>
                  <publishers/>
                  <buildWrappers/>
                </project>
                """.formatted(script.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
