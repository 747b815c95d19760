package hobson.parts.job;

import hobson.parts.job.ItemKinds.ItemKind;

/** The documents of new, empty items ({@code config-xml.md §2–9}). */
final class BlankDocuments {
    private static final String DECLARATION = "<?xml version='1.1' encoding='UTF-8'?>\n";
    private static final String JOB = """
              <keepDependencies>false</keepDependencies>
              <properties/>
            """;
    private static final String PROJECT = JOB + """
              <scm class="hudson.scm.NullSCM"/>
              <canRoam>false</canRoam>
              <disabled>false</disabled>
              <blockBuildWhenDownstreamBuilding>false</blockBuildWhenDownstreamBuilding>
              <blockBuildWhenUpstreamBuilding>false</blockBuildWhenUpstreamBuilding>
              <triggers/>
              <concurrentBuild>false</concurrentBuild>
            """;
    private static final String STEPS = """
              <builders/>
              <publishers/>
              <buildWrappers/>
            """;
    private static final String PIPELINE = JOB + """
              <triggers/>
              <disabled>false</disabled>
            """;
    private static final String MATRIX = PROJECT + "  <axes/>\n" + STEPS + """
              <executionStrategy class="hudson.matrix.DefaultMatrixExecutionStrategyImpl">
                <runSequentially>false</runSequentially>
              </executionStrategy>
            """;
    private static final String FOLDER = """
              <description></description>
              <properties/>
              <folderViews class="com.cloudbees.hudson.plugins.folder.views.DefaultFolderViewHolder">
                <views>
                  <hudson.model.AllView>
                    <owner class="%1$s" reference="../../../.."/>
                    <name>All</name>
                    <filterExecutors>false</filterExecutors>
                    <filterQueue>false</filterQueue>
                    <properties class="hudson.model.View$PropertyList"/>
                  </hudson.model.AllView>
                </views>
                <tabBar class="hudson.views.DefaultViewsTabBar"/>
              </folderViews>
              <healthMetrics>
                <com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric>
                  <nonRecursive>false</nonRecursive>
                </com.cloudbees.hudson.plugins.folder.health.WorstChildHealthMetric>
              </healthMetrics>
              <icon class="com.cloudbees.hudson.plugins.folder.icons.StockFolderIcon"/>
            """;
    private static final String FOUND = """
              <orphanedItemStrategy class="com.cloudbees.hudson.plugins.folder.computed.DefaultOrphanedItemStrategy">
                <pruneDeadBranches>true</pruneDeadBranches>
                <daysToKeep>-1</daysToKeep>
                <numToKeep>-1</numToKeep>
                <abortBuilds>false</abortBuilds>
              </orphanedItemStrategy>
              <triggers/>
              <disabled>false</disabled>
            """;

    private BlankDocuments() {}

    static String of(ItemKind kind) {
        return DECLARATION + "<" + kind.root() + ">\n" + content(kind) + "</" + kind.root() + ">";
    }

    private static String content(ItemKind kind) {
        return switch (kind.shape()) {
            case STEPS -> PROJECT + STEPS;
            case OTHER_BUILDS ->
                switch (kind.className()) {
                    case ItemKinds.PIPELINE -> PIPELINE;
                    case ItemKinds.MATRIX -> MATRIX;
                    default -> PROJECT + STEPS;
                };
            case REPORTED_BUILDS -> JOB;
            case ITEMS -> FOLDER.formatted(kind.className());
            case FOUND_ITEMS -> FOLDER.formatted(kind.className()) + FOUND;
        };
    }
}
