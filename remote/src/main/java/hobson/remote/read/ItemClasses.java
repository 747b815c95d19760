package hobson.remote.read;

import java.util.List;

/** How items of each kind, and their builds, are called (objects.md §3.4, §4). */
final class ItemClasses {
    static final String FREESTYLE = "hudson.model.FreeStyleProject";
    static final String PIPELINE = "org.jenkinsci.plugins.workflow.job.WorkflowJob";
    static final String MATRIX = "hudson.matrix.MatrixProject";
    static final String MAVEN = "hudson.maven.MavenModuleSet";
    static final String EXTERNAL = "hudson.model.ExternalJob";
    static final String MULTIBRANCH = "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject";
    static final String ORGANIZATION = "jenkins.branch.OrganizationFolder";

    static final List<String> JOBS = List.of(FREESTYLE, PIPELINE, MATRIX, MAVEN, EXTERNAL);
    static final List<String> FOLDERS =
            List.of("com.cloudbees.hudson.plugins.folder.Folder", MULTIBRANCH, ORGANIZATION);

    private ItemClasses() {}

    /** What a build of a job of that kind is. */
    static String build(String kind) {
        return switch (kind) {
            case PIPELINE -> "org.jenkinsci.plugins.workflow.job.WorkflowRun";
            case MATRIX -> "hudson.matrix.MatrixBuild";
            case MAVEN -> "hudson.maven.MavenModuleSetBuild";
            case EXTERNAL -> "hudson.model.ExternalRun";
            default -> "hudson.model.FreeStyleBuild";
        };
    }
}
