package hobson.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a freestyle job does, as words instead of a document. Immutable: each method returns one that does more. What there is no word for has {@link
 * #element}.
 *
 * <pre>{@code
 * JobOptions.freestyle().git("https://example.com/app.git", "main").pollEvery("H/5 * * * *").shell("make").archive("build/*.jar")
 * }</pre>
 */
public final class JobOptions {
    private final Map<Section, List<String>> elements;

    /** Where in the document an element is. */
    public enum Section {
        /** What stands directly in the job. */
        JOB(""),
        PROPERTIES("properties"),
        PARAMETERS("parameterDefinitions"),
        SCM("scm"),
        TRIGGERS("triggers"),
        BUILDERS("builders"),
        PUBLISHERS("publishers"),
        WRAPPERS("buildWrappers");

        private final String tag;

        Section(String tag) {
            this.tag = tag;
        }
    }

    private JobOptions(Map<Section, List<String>> elements) {
        this.elements = elements;
    }

    /** A job that does nothing yet. */
    public static JobOptions freestyle() {
        return new JobOptions(Map.of());
    }

    /** An element of a plugin, or of any kind, as it stands in the document. It is not checked here. */
    public JobOptions element(Section section, String xml) {
        var more = new EnumMap<Section, List<String>>(Section.class);
        more.putAll(elements);
        var list = new ArrayList<>(more.getOrDefault(section, List.of()));
        list.add(xml);
        more.put(section, List.copyOf(list));
        return new JobOptions(more);
    }

    private JobOptions job(String tag, Object value) {
        return element(Section.JOB, Element.of(tag, value));
    }

    public JobOptions description(String text) {
        return job("description", text);
    }

    /** Another name for people to read. */
    public JobOptions displayName(String name) {
        return job("displayName", name);
    }

    /** It cannot be built until it is enabled. */
    public JobOptions disabled() {
        return job("disabled", true);
    }

    /** Several of its builds may run at the same time. */
    public JobOptions concurrent() {
        return job("concurrentBuild", true);
    }

    /** Waits so many seconds in the queue. */
    public JobOptions quietPeriod(int seconds) {
        return job("quietPeriod", seconds);
    }

    /** Only on nodes with that label, {@code linux && !slow}. */
    public JobOptions node(String label) {
        return job("assignedNode", label);
    }

    /** A token with which it can be built without a login. */
    public JobOptions token(String token) {
        return job("authToken", token);
    }

    /** Waits while a job that it starts is built. */
    public JobOptions blockWhenDownstreamBuilding() {
        return job("blockBuildWhenDownstreamBuilding", true);
    }

    /** Waits while a job that starts it is built. */
    public JobOptions blockWhenUpstreamBuilding() {
        return job("blockBuildWhenUpstreamBuilding", true);
    }

    /** Another folder on the node. */
    public JobOptions workspace(String folder) {
        return job("customWorkspace", folder);
    }

    /** Builds that are kept; −1 for all. */
    public JobOptions keepBuilds(int number, int days) {
        return discard(days, number, -1, -1);
    }

    /** How many, and for how many days, builds and their artifacts are kept; −1 for all. */
    public JobOptions discard(int days, int builds, int artifactDays, int artifactBuilds) {
        var strategy = Element.of("daysToKeep", days)
                + Element.of("numToKeep", builds)
                + Element.of("artifactDaysToKeep", artifactDays)
                + Element.of("artifactNumToKeep", artifactBuilds);
        return element(
                Section.PROPERTIES,
                Element.around(
                        "jenkins.model.BuildDiscarderProperty",
                        "<strategy class=\"hudson.tasks.LogRotator\">" + strategy + "</strategy>"));
    }

    private JobOptions parameter(String kind, String name, String description, String more) {
        return element(
                Section.PARAMETERS,
                Element.around(
                        "hudson.model." + kind + "ParameterDefinition",
                        Element.of("name", name) + Element.of("description", description) + more));
    }

    public JobOptions stringParameter(String name, String standard, String description) {
        return parameter("String", name, description, Element.of("defaultValue", standard) + Element.of("trim", false));
    }

    public JobOptions textParameter(String name, String standard, String description) {
        return parameter("Text", name, description, Element.of("defaultValue", standard) + Element.of("trim", false));
    }

    public JobOptions booleanParameter(String name, boolean standard, String description) {
        return parameter("Boolean", name, description, Element.of("defaultValue", standard));
    }

    /** The first one is what it is when nobody says another. */
    public JobOptions choiceParameter(String name, List<String> choices, String description) {
        var items = choices.stream().map(choice -> Element.of("string", choice)).collect(Collectors.joining());
        return parameter("Choice", name, description, Element.around("choices", items));
    }

    /** A file that whoever builds it sends along, to that place in the workspace. */
    public JobOptions fileParameter(String path, String description) {
        return parameter("File", path, description, "");
    }

    /** Its sources, from Git. */
    public JobOptions git(String url, String branch) {
        return git(url, branch, "");
    }

    /** Its sources, from Git, with a login that the server knows by that id. */
    public JobOptions git(String url, String branch, String credentialsId) {
        var login = credentialsId.isEmpty() ? "" : Element.of("credentialsId", credentialsId);
        var remote = Element.around("hudson.plugins.git.UserRemoteConfig", Element.of("url", url) + login);
        var specification = Element.around("hudson.plugins.git.BranchSpec", Element.of("name", branch));
        return element(
                Section.SCM,
                "<scm class=\"hudson.plugins.git.GitSCM\"><configVersion>2</configVersion>"
                        + Element.around("userRemoteConfigs", remote)
                        + Element.around("branches", specification)
                        + "<doGenerateSubmoduleConfigurations>false</doGenerateSubmoduleConfigurations>"
                        + "<submoduleCfg class=\"empty-list\"/><extensions/></scm>");
    }

    /** Looks for new commits at these times, in the syntax of cron with {@code H}. */
    public JobOptions pollEvery(String schedule) {
        return element(
                Section.TRIGGERS,
                Element.around(
                        "hudson.triggers.SCMTrigger",
                        Element.of("spec", schedule) + Element.of("ignorePostCommitHooks", false)));
    }

    /** Is built at these times, in the syntax of cron with {@code H}. */
    public JobOptions buildEvery(String schedule) {
        return element(Section.TRIGGERS, Element.around("hudson.triggers.TimerTrigger", Element.of("spec", schedule)));
    }

    /** Is built after builds of these jobs that end at least so well. */
    public JobOptions buildAfter(Collection<ItemPath> jobs, Result threshold) {
        return element(
                Section.TRIGGERS,
                Element.around(
                        "jenkins.triggers.ReverseBuildTrigger",
                        "<spec></spec>" + Element.of("upstreamProjects", Downstream.names(jobs))
                                + Downstream.threshold(threshold)));
    }

    /** Runs that with a shell, in the workspace. */
    public JobOptions shell(String command) {
        return element(Section.BUILDERS, Element.around("hudson.tasks.Shell", Element.of("command", command)));
    }

    /** Runs that with the command interpreter of Windows, in the workspace. */
    public JobOptions batch(String command) {
        return element(Section.BUILDERS, Element.around("hudson.tasks.BatchFile", Element.of("command", command)));
    }

    /** Keeps files of the workspace, by patterns as Ant has them. Fails when there are none. */
    public JobOptions archive(String files) {
        return archive(files, "", false);
    }

    /** Keeps files of the workspace, without those of other patterns; whether none is fine, too. */
    public JobOptions archive(String files, String without, boolean noneIsFine) {
        return element(
                Section.PUBLISHERS,
                Element.around(
                        "hudson.tasks.ArtifactArchiver",
                        Element.of("artifacts", files)
                                + (without.isEmpty() ? "" : Element.of("excludes", without))
                                + Element.of("allowEmptyArchive", noneIsFine)
                                + Element.of("onlyIfSuccessful", false)
                                + Element.of("fingerprint", false)
                                + Element.of("defaultExcludes", true)
                                + Element.of("caseSensitive", true)));
    }

    /** Reads reports of tests, by patterns as Ant has them. */
    public JobOptions testReports(String files) {
        return element(
                Section.PUBLISHERS,
                Element.around("hudson.tasks.junit.JUnitResultArchiver", Element.of("testResults", files)));
    }

    /** Builds these jobs after builds that end at least so well. */
    public JobOptions thenBuild(Collection<ItemPath> jobs, Result threshold) {
        return element(Section.PUBLISHERS, Downstream.trigger(jobs, threshold));
    }

    /**
     * Sends mail when it fails, and when it is well again. Needs a server that sends mail.
     *
     * @param recipients with blanks between them
     * @param everyUnstable for every build that is not well, not only for the first
     * @param individuals also to those whose commits are in the build
     */
    public JobOptions mail(String recipients, boolean everyUnstable, boolean individuals) {
        return element(
                Section.PUBLISHERS,
                Element.around(
                        "hudson.tasks.Mailer",
                        Element.of("recipients", recipients)
                                + Element.of("dontNotifyEveryUnstableBuild", !everyUnstable)
                                + Element.of("sendToIndividuals", individuals)));
    }

    /** The document, {@code config.xml}. */
    public String toXml() {
        var job = joined(Section.JOB);
        var roams = !job.contains("<assignedNode>");
        var scm = elements.getOrDefault(Section.SCM, List.of());
        return "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n<project>\n" + job
                + Element.around(
                        Section.PROPERTIES.tag,
                        joined(Section.PROPERTIES)
                                + Element.aroundAny("hudson.model.ParametersDefinitionProperty", parameters()))
                + (scm.isEmpty() ? "<scm class=\"hudson.scm.NullSCM\"/>" : scm.get(scm.size() - 1))
                + Element.of("canRoam", roams)
                + section(Section.TRIGGERS)
                + section(Section.BUILDERS)
                + section(Section.PUBLISHERS)
                + section(Section.WRAPPERS)
                + "\n</project>\n";
    }

    private String parameters() {
        return Element.aroundAny(Section.PARAMETERS.tag, joined(Section.PARAMETERS));
    }

    private String section(Section section) {
        return "\n" + Element.around(section.tag, joined(section));
    }

    private String joined(Section section) {
        return String.join("\n", elements.getOrDefault(section, List.of()));
    }
}
