package hobson.engine.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hobson.engine.Refusal;
import hobson.engine.StoreContract;
import hobson.engine.build.Result;
import hobson.engine.user.Grants;
import hobson.engine.user.OwnGrants;
import hobson.engine.user.OwnGrants.Inheritance;
import hobson.engine.user.Permission;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every store of jobs must do. */
public abstract class ItemStoreContract extends StoreContract {
    @Test
    void load_emptyStore_hasNoJobs() {
        assertThat(allJobs()).isEmpty();
    }

    @Test
    void create_job_isLoadedAsItWasGiven() {
        var job = givenJob("folder/Büro 日本");

        assertThat(job.id()).isPositive();
        assertThat(job).usingRecursiveComparison().ignoringFields("id").isEqualTo(unsaved("folder/Büro 日本"));
        assertThat(allJobs()).containsExactly(job);
    }

    @Test
    void create_jobWithoutOptionalFields_isLoadedAsItWasGiven() {
        var bare =
                new Job(0, ItemPath.of("bare"), 4, traits("project", Wiring.NONE), false, false, null, 12, null, null);

        var job = givenJob(bare, DOCUMENT, false);

        assertThat(allJobs()).containsExactly(job);
        assertThat(job.nextBuildNumber()).isEqualTo(12);
    }

    @Test
    void create_afterTheNewestWasDeleted_doesNotReuseItsId() {
        var first = givenJob("a");
        stores.jobs().delete(List.of(first), CHANGE);

        assertThat(givenJob("a").id()).isGreaterThan(first.id());
    }

    @Test
    void create_samePathInOtherCase_isRefusedAndChangesNothing() {
        var job = givenJob("folder/Deploy");
        int eventsBefore = events().size();

        refused(Refusal.Kind.CONFLICT, () -> givenJob("Folder/deploy"));

        assertThat(allJobs()).containsExactly(job);
        assertThat(events()).hasSize(eventsBefore);
    }

    @Test
    void document_ofAnyBytes_isTheSame() {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);

        var open = givenJob(unsaved("open"), bytes, false);
        var secret = givenJob(unsaved("secret"), bytes, true);

        assertThat(stores.jobs().document(open.id())).isEqualTo(bytes);
        assertThat(stores.jobs().document(secret.id())).isEqualTo(bytes);
    }

    @Test
    void configure_whileBuildsRun_keepsTheDocumentThatEachBeganWith() {
        var job = givenJob("a");
        completed(job.id(), 1, Result.SUCCESS);
        started(job.id(), 2);

        stores.jobs().configure(job, new byte[] {1}, true, CHANGE);
        started(job.id(), 3);
        stores.jobs().configure(job, new byte[] {2}, false, CHANGE);

        assertThat(stores.jobs().document(job.id(), 1)).isEmpty();
        assertThat(stores.jobs().document(job.id(), 2)).contains(DOCUMENT);
        assertThat(stores.jobs().document(job.id(), 3)).contains(new byte[] {1});
        assertThat(stores.jobs().document(job.id(), 4)).isEmpty();

        completed(job.id(), 4, Result.SUCCESS);
        stores.builds().delete(job.id(), 2, CHANGE);
        stores.jobs().configure(job, new byte[] {3}, false, CHANGE);
        assertThat(stores.jobs().document(job.id(), 2)).isEmpty();
        assertThat(stores.jobs().document(job.id(), 4)).isEmpty();
    }

    @Test
    void document_ofNoJob_isRefused() {
        refused(Refusal.Kind.NOT_FOUND, () -> stores.jobs().document(99));
    }

    @Test
    void configure_job_writesItsFieldsAndDocument() {
        var job = givenJob("a");
        var changed = new Job(
                job.id(),
                job.path(),
                2,
                traits("other", Wiring.triggering("c")),
                false,
                false,
                null,
                job.nextBuildNumber(),
                null,
                null);

        stores.jobs().configure(changed, new byte[] {1, 2, 3}, true, CHANGE);

        assertThat(loaded(job.id())).isEqualTo(changed);
        assertThat(stores.jobs().document(job.id())).containsExactly(1, 2, 3);
    }

    @Test
    void configure_jobAsItWasBeforeItsBuilds_leavesTheBuildsAlone() {
        var before = givenJob("a");
        completed(before.id(), 1, Result.FAILURE);
        var after = loaded(before.id());

        stores.jobs().configure(before, DOCUMENT, false, CHANGE);
        stores.jobs().rename(List.of(before.renamed(ItemPath.of("b"))), CHANGE);

        var now = loaded(before.id());
        assertThat(now.nextBuildNumber()).isEqualTo(2);
        assertThat(now.newest()).isEqualTo(after.newest()).isNotNull();
        assertThat(now.completed()).isEqualTo(after.completed()).isNotNull();
    }

    @Test
    void configure_noJob_isRefused() {
        var job = givenJob("a");
        stores.jobs().delete(List.of(job), CHANGE);

        refused(Refusal.Kind.NOT_FOUND, () -> stores.jobs().configure(job, DOCUMENT, false, CHANGE));
        assertThat(allJobs()).isEmpty();
    }

    @Test
    void rename_job_freesItsName() {
        var job = givenJob("a");

        stores.jobs().rename(List.of(job.renamed(ItemPath.of("b"))), CHANGE);

        assertThat(loaded(job.id())).isEqualTo(job.renamed(ItemPath.of("b")));
        assertThat(givenJob("a").id()).isNotEqualTo(job.id());
    }

    @Test
    void rename_onlyLetterCase_isWritten() {
        var job = givenJob("a");

        stores.jobs().rename(List.of(job.renamed(ItemPath.of("A"))), CHANGE);

        assertThat(loaded(job.id()).path().fullName()).isEqualTo("A");
    }

    @Test
    void rename_toPathOfAnother_isRefused() {
        var job = givenJob("a");
        givenJob("B");

        refused(Refusal.Kind.CONFLICT, () -> stores.jobs().rename(List.of(job.renamed(ItemPath.of("b"))), CHANGE));
        assertThat(loaded(job.id())).isEqualTo(job);
    }

    @Test
    void rename_noJob_isRefused() {
        var job = givenJob("a");
        stores.jobs().delete(List.of(job), CHANGE);

        refused(Refusal.Kind.NOT_FOUND, () -> stores.jobs().rename(List.of(job.renamed(ItemPath.of("b"))), CHANGE));
    }

    @Test
    void delete_job_takesEverythingOfItAlong() {
        var job = givenJob("a");
        var other = givenJob("b");
        completed(job.id(), 1, Result.SUCCESS);
        started(job.id(), 2);
        var kept = completed(other.id(), 1, Result.SUCCESS);
        submitted(item(10, job.id()));
        submitted(item(11, job.id()));
        submitted(item(12, other.id()));
        stores.queue().cancel(11, CHANGE);
        stores.fingerprints().record(job.id(), 1, Map.of("f", "0".repeat(32)), true, 1);

        stores.jobs().delete(List.of(job), CHANGE);

        assertThat(allJobs()).extracting(Job::id).containsExactly(other.id());
        refused(Refusal.Kind.NOT_FOUND, () -> stores.jobs().document(job.id()));
        assertThat(stores.builds().history(job.id())).isEmpty();
        assertThat(stores.builds().find(job.id(), 1)).isEmpty();
        assertThat(stores.builds().inProgress()).isEmpty();
        assertThat(stores.queue().waiting()).containsExactly(item(12, other.id()));
        assertThat(stores.queue().left(1)).isEmpty();
        assertThat(stores.queue().left(11)).isEmpty();
        assertThat(stores.fingerprints().find("0".repeat(32))).isEmpty();
        assertThat(stores.builds().find(other.id(), 1)).contains(kept);
    }

    @Test
    void delete_noJob_doesNothing() {
        stores.jobs().delete(List.of(unsaved("a").withId(99)), CHANGE);

        assertThat(events()).isEmpty();
    }

    @Test
    void load_foldersAndJobs_bringsFoldersBeforeWhatIsInThem() {
        var inner = givenFolder("a/b");
        var outer = givenFolder("a");
        var job = givenJob("a/b/c");

        assertThat(allItems()).containsExactly(outer, inner, job);
        assertThat(stores.jobs().document(outer.id())).isEqualTo(DOCUMENT);
    }

    @Test
    void create_jobWhereAFolderIs_isRefused() {
        givenFolder("A");

        refused(Refusal.Kind.CONFLICT, () -> givenJob("a"));
    }

    @Test
    void create_oneOfSeveralTaken_addsNone() {
        givenJob("b");

        refused(
                Refusal.Kind.CONFLICT,
                () -> stores.jobs()
                        .create(
                                List.of(
                                        new ItemStore.Added(unsaved("a"), DOCUMENT, false),
                                        new ItemStore.Added(unsaved("b"), DOCUMENT, false)),
                                CHANGE));
        assertThat(allJobs()).extracting(Job::name).containsExactly("b");
    }

    @Test
    void rename_folderWithItsItems_movesAll() {
        var folder = givenFolder("a");
        var job = givenJob("a/b");

        stores.jobs().rename(List.of(folder.renamed(ItemPath.of("z")), job.renamed(ItemPath.of("z/b"))), CHANGE);

        assertThat(allItems()).extracting(item -> item.path().fullName()).containsExactly("z", "z/b");
        refused(Refusal.Kind.CONFLICT, () -> givenJob("Z"));
    }

    @Test
    void configure_folder_writesItsFieldsAndDocument() {
        var folder = givenFolder("a");
        var changed =
                folder.configured(new FolderDefinition("other", null, null, true, true, List.of(), List.of(), true));

        stores.jobs().configure(changed, new byte[] {7}, true, CHANGE);

        assertThat(allItems()).containsExactly(changed);
        assertThat(stores.jobs().document(folder.id())).containsExactly(7);
    }

    @Test
    void delete_folder_takesItsDocumentAlong() {
        var folder = givenFolder("a");

        stores.jobs().delete(List.of(folder), CHANGE);

        assertThat(allItems()).isEmpty();
        refused(Refusal.Kind.NOT_FOUND, () -> stores.jobs().document(folder.id()));
    }

    private Folder givenFolder(String path) {
        var grants = new OwnGrants(
                Inheritance.NONE,
                new Grants(Map.of("alice", Set.of(Permission.JOB_READ, Permission.JOB_BUILD)), Map.of()));
        var folder = new Folder(0, ItemPath.of(path), 1, "folder", "The " + path, false, false, grants, null);
        return (Folder) stores.jobs()
                .create(List.of(new ItemStore.Added(folder, DOCUMENT, false)), CHANGE)
                .getFirst();
    }

    private static JobTraits traits(String kind, Wiring wiring) {
        return new JobTraits(kind, null, false, wiring, false, null);
    }

    private static void refused(Refusal.Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .extracting(Refusal::kind)
                .isEqualTo(kind);
    }
}
