package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ViewsIT {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final Hobson hobson = SERVER.admin();
    private final Views views = hobson.views();
    private final String name = SERVER.name("view");
    private Job job;

    @BeforeEach
    void createJob() {
        job = hobson.jobs().create(SERVER.name("viewed"), JobOptions.freestyle().shell("true"));
    }

    @AfterEach
    void clean() {
        job.delete();
        if (views.view(name).exists()) {
            views.view(name).delete();
        }
    }

    @Test
    void list_ofTheServer_hasThePrimaryView() {
        assertThat(views.list()).extracting(ViewInfo::name).isEqualTo(views.names());
        assertThat(views.names()).contains(hobson.server().info().primaryView().orElseThrow());
    }

    @Test
    void create_ofAKind_isEmptyAndUnique() {
        var view = views.create(name, ViewKind.LIST);

        assertThat(view.info().kind()).isEqualTo("hudson.model.ListView");
        assertThat(view.info().jobs()).isEmpty();
        assertThatThrownBy(() -> views.create(name, ViewKind.LIST)).isInstanceOf(HobsonException.Conflict.class);
    }

    @Test
    void create_withOptions_showsWhatMatches() {
        var options = ListViewOptions.jobs()
                .matching(job.path() + ".*")
                .description("all & some")
                .relevantOnly();
        var view = views.create(name, options);

        assertThat(view.info().jobs()).containsExactly(job.path().toString());
        assertThat(view.info().description()).contains("all & some");
        assertThat(view.config().text()).contains("<filterQueue>true</filterQueue>");
        job.disable();
        view.delete();
        views.create(
                name, ListViewOptions.jobs(job.path().toString()).enabled(true).recursive());
        assertThat(view.info().jobs()).isEmpty();
    }

    @Test
    void create_fromDocument_isThatView() {
        var first = views.create(name, ListViewOptions.jobs(job.path().toString()));
        var second = views.create(SERVER.name("second"), first.config().text());
        try {
            assertThat(second.info().jobs()).containsExactly(job.path().toString());
        } finally {
            second.delete();
        }
    }

    @Test
    void copy_ofAView_isLikeIt() {
        views.create(name, ListViewOptions.jobs(job.path().toString()));
        var copy = views.copy(name, SERVER.name("copy"));
        try {
            assertThat(copy.info().jobs()).containsExactly(job.path().toString());
        } finally {
            copy.delete();
        }
    }

    @Test
    void addAndRemove_ofAJob_changeWhatIsShown() {
        var view = views.create(name, ViewKind.LIST);

        view.add(job.path().toString());
        view.add(job.path().toString());
        assertThat(view.info().jobs()).containsExactly(job.path().toString());

        view.remove(job.path().toString());
        view.remove(job.path().toString());
        assertThat(view.info().jobs()).isEmpty();
        assertThatThrownBy(() -> view.add("no-such-job")).isInstanceOf(HobsonException.BadRequest.class);
    }

    @Test
    void update_document_changesTheView() {
        var view = views.create(name, ViewKind.LIST);
        var document = view.config();

        view.update(document.withText(
                document.text().replace("<jobNames>", "<jobNames><string>" + job.path() + "</string>")));
        assertThat(view.info().jobs()).containsExactly(job.path().toString());

        assertThatThrownBy(() -> view.update(document.withText("<hudson.model.ListView/>")))
                .isInstanceOf(HobsonException.Conflict.class);
        view.describe("seen");
        assertThat(view.info().description()).contains("seen");
    }

    @Test
    void delete_aView_isGoneAndItsJobsAreNot() {
        var view = views.create(name, ListViewOptions.jobs(job.path().toString()));

        view.delete();

        assertThat(view.exists()).isFalse();
        assertThat(job.exists()).isTrue();
    }

    @Test
    @Tag("plugins")
    void views_ofANestedView_areItsOwn() {
        var outer = views.create(name, ViewKind.NESTED);

        var inner = outer.views().create("inner", ViewKind.LIST);

        assertThat(outer.info().views()).containsExactly("inner");
        inner.add(job.path().toString());
        assertThat(outer.views().view("inner").info().jobs())
                .containsExactly(job.path().toString());
    }

    @Test
    @Tag("plugins")
    void views_ofAFolder_areItsOwn() {
        var folder = hobson.jobs().createFolder(SERVER.name("folder"));
        try {
            var inner = hobson.views(folder.path()).create("inner", ViewKind.LIST);
            assertThat(hobson.views(folder.path()).names()).contains("inner");
            assertThat(inner.exists()).isTrue();
        } finally {
            folder.delete();
        }
    }

    @Test
    void views_ofTheCaller_areSeenByNobodyElse() {
        var own = hobson.users().me().views().create(name, ViewKind.LIST);

        assertThat(own.exists()).isTrue();
        assertThat(views.view(name).exists()).isFalse();
        own.delete();
    }
}
