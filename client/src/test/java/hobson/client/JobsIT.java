package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs and folders: lists, definitions, and what can be done with them. */
class JobsIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final Hobson hobson = SERVER.admin();

    private Job job(String name) {
        return hobson.jobs().create(SERVER.name(name), JobOptions.freestyle().shell("true"));
    }

    @Test
    void create_fromADocument_isThereAsItWasSent() {
        var name = SERVER.name("ünï & code");
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project><description>Zoë</description></project>";
        var job = hobson.jobs().put(name.replace("&", "and"), xml);

        assertThat(job.exists()).isTrue();
        assertThat(job.config().text()).contains("<description>Zoë</description>");
        assertThat(job.description()).isEqualTo("Zoë");
        assertThat(job.info().path()).isEqualTo(job.path());
    }

    @Test
    void create_nameThatIsTaken_isAConflict() {
        var job = job("taken");

        assertThatThrownBy(() -> hobson.jobs().create(job.path().toString(), JobOptions.freestyle()))
                .isInstanceOf(HobsonException.Conflict.class)
                .hasMessageContaining("already exists");
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void create_malformedDocument_isABadRequestWithLineAndColumn() {
        assertThatThrownBy(() -> hobson.jobs().create(SERVER.name("bad"), "<project>\n  <a></b>\n</project>"))
                .isInstanceOfSatisfying(HobsonException.BadRequest.class, e -> {
                    assertThat(e.line()).hasValue(2);
                    assertThat(e.column()).hasValue(8);
                });
    }

    @Test
    void create_fromOptions_hasThemAll() {
        var other = job("other");
        var options = JobOptions.freestyle()
                .description("a < b")
                .displayName("Shown")
                .stringParameter("BRANCH", "main", "which")
                .textParameter("NOTE", "a\nb", "")
                .booleanParameter("DRY", true, "")
                .choiceParameter("WHERE", List.of("dev", "prod"), "")
                .fileParameter("in.txt", "")
                .keepBuilds(10, -1)
                .quietPeriod(1)
                .concurrent()
                .buildEvery("H H * * *")
                .shell("echo \"$BRANCH\" > out.txt")
                .archive("out.txt", "tmp/**", true)
                .testReports("reports/*.xml")
                .mail("team@example.com", false, true)
                .thenBuild(List.of(other.path()), Result.UNSTABLE);
        var job = hobson.jobs().create(SERVER.name("options"), options);

        var info = job.info();
        assertThat(info.displayName()).isEqualTo("Shown");
        assertThat(info.description()).isEqualTo("a < b");
        assertThat(info.status()).contains(JobStatus.NOT_BUILT);
        assertThat(info.isBuildable()).isTrue();
        assertThat(info.parameters())
                .extracting(JobInfo.ParameterDefinition::name)
                .containsExactly("BRANCH", "NOTE", "DRY", "WHERE", "in.txt");
        assertThat(info.parameters().get(0).standard()).contains("main");
        assertThat(info.parameters().get(3).choices()).containsExactly("dev", "prod");
        assertThat(info.downstream()).containsExactly(other.path());
        assertThat(other.upstream()).containsExactly(job.path());
        assertThat(job.triggers()).isEqualTo(Map.of("hudson.triggers.TimerTrigger", "H H * * *"));
    }

    @Test
    void update_documentThatSomebodyElseChanged_isAConflictAndChangesNothing() {
        var job = job("versions");
        var mine = job.config();
        job.update(mine.withText("<project><description>theirs</description></project>"));

        assertThatThrownBy(() -> job.update(mine.withText("<project><description>mine</description></project>")))
                .isInstanceOf(HobsonException.Conflict.class);

        assertThat(job.description()).isEqualTo("theirs");
        job.update("<project><description>last</description></project>");
        assertThat(job.description()).isEqualTo("last");
    }

    @Test
    void list_filters_takeWhatTheyName() {
        var first = job("list-a");
        var second = job("list-b");
        second.disable();

        var mine = JobFilter.ALL.named(Pattern.compile(SERVER.name("list-")));
        assertThat(hobson.jobs().list(mine)).extracting(JobSummary::path).containsExactly(first.path(), second.path());
        assertThat(hobson.jobs().list(mine.status(JobStatus.DISABLED)))
                .extracting(JobSummary::path)
                .containsExactly(second.path());
        assertThat(hobson.jobs().list(mine.building(true))).isEmpty();
        assertThat(hobson.jobs().list(mine.kind("hudson.model.FreeStyleProject")))
                .hasSize(2);
    }

    @Test
    @Tag("plugins")
    void folders_createdWithThoseAroundThem_areListedToAnyDepth() {
        var top = SERVER.name("deep");
        var path = ItemPath.of(top + "/b/c/d/e/f/g/h");
        var folder = hobson.folder(path).create();
        folder.jobs().create("leaf", JobOptions.freestyle());
        hobson.folder(path).create();

        assertThat(hobson.jobs().tree().map(JobSummary::path).map(ItemPath::toString))
                .contains(top, top + "/b/c/d/e/f/g", path + "/leaf");
        assertThat(hobson.folder(top).jobs().tree(JobFilter.ALL.status(JobStatus.NOT_BUILT)))
                .extracting(JobSummary::name)
                .containsExactly("leaf");
        hobson.folder(top).delete();
        assertThat(hobson.job(path.child("leaf")).exists()).isFalse();
    }

    @Test
    @Tag("plugins")
    void renameMoveCopyDelete_job_isWhereItShouldBe() {
        var folder = hobson.jobs().createFolder(SERVER.name("home"));
        var job = job("moves");

        var renamed = job.rename(SERVER.name("moved"));
        assertThat(job.exists()).isFalse();
        var moved = renamed.move(folder.path());
        assertThat(moved.path()).isEqualTo(folder.path().child(SERVER.name("moved")));
        assertThat(moved.exists()).isTrue();
        var copy = moved.copy("copy");
        assertThat(copy.info().isBuildable()).isTrue();
        assertThat(folder.jobs().list()).hasSize(2);
        copy.delete();
        assertThat(copy.exists()).isFalse();
        assertThatThrownBy(copy::delete).isInstanceOf(HobsonException.NotFound.class);
    }

    @Test
    @Tag("plugins")
    void move_toAFolderThatIsNotThere_isAConflict() {
        var job = job("stays");

        assertThatThrownBy(() -> job.move(ItemPath.of("nowhere"))).isInstanceOf(HobsonException.Conflict.class);

        assertThat(job.exists()).isTrue();
    }

    @Test
    void enableDisableDescribe_job_isSo() {
        var job = job("switch");

        job.disable();
        assertThat(job.info().isBuildable()).isFalse();
        assertThatThrownBy(job::trigger).isInstanceOf(HobsonException.Conflict.class);
        job.enable();
        assertThat(job.info().isBuildable()).isTrue();
        job.describe("ein Satz — mit Ümlaut & <b>");
        assertThat(job.description()).isEqualTo("ein Satz — mit Ümlaut & <b>");
        job.poll();
        job.reload();
        job.cancelQueued();
    }

    @Test
    void chain_jobs_buildOneAfterTheOther() {
        var names = List.of(job("c1"), job("c2"), job("c3")).stream()
                .map(job -> job.path().toString())
                .toList();

        hobson.jobs().chain(names, Result.SUCCESS);

        var first = hobson.job(names.get(0));
        assertThat(first.downstream()).containsExactly(ItemPath.of(names.get(1)));
        assertThat(hobson.job(names.get(2)).upstream()).containsExactly(ItemPath.of(names.get(1)));
        first.setDownstream(List.of(), Result.SUCCESS);
        assertThat(first.downstream()).isEmpty();
    }

    @Test
    void wipeWorkspace_job_isEmptyAfterwards() {
        var job = hobson.jobs()
                .create(SERVER.name("wiped"), JobOptions.freestyle().shell("mkdir 'a b'; echo hi > 'a b/c#d'"));
        job.trigger().awaitResult();
        assertThat(job.workspaceFile("a b/c#d")).isPresent();

        job.awaitIdle(java.time.Duration.ofMinutes(1));
        job.wipeWorkspace();

        assertThat(job.workspaceFile("a b/c#d")).isEmpty();
    }

    @Test
    @Tag(TestServer.HOBSON_ONLY)
    void update_withoutPermission_isForbiddenAndNamesIt() {
        var job = job("guarded");
        var reader = SERVER.anonymous().password("reader", "pw").job(job.path());

        assertThatThrownBy(() -> reader.update("<project/>"))
                .isInstanceOfSatisfying(
                        HobsonException.Forbidden.class,
                        e -> assertThat(e.permission()).contains("hudson.model.Item.Configure"));
        assertThatThrownBy(() -> SERVER.anonymous().jobs().list()).isInstanceOf(HobsonException.Forbidden.class);
        assertThatThrownBy(() ->
                        SERVER.anonymous().password("reader", "wrong").jobs().list())
                .isInstanceOf(HobsonException.Unauthorized.class);
    }
}
