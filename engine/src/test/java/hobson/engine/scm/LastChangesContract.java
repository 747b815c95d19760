package hobson.engine.scm;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.engine.StoreContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of last changes must do. */
public abstract class LastChangesContract extends StoreContract {
    @Test
    void note_laterAndEarlier_keepsTheLatest() {
        long job = givenJob("a").id();
        long other = givenJob("b").id();

        stores.lastChanges().note(job, List.of("Zoë", "bob"), 50);
        stores.lastChanges().note(job, List.of("Zoë"), 70);
        stores.lastChanges().note(job, List.of("bob"), 20);
        stores.lastChanges().note(other, List.of("Zoë"), 60);

        assertThat(stores.lastChanges().newest(10))
                .containsExactly(
                        new LastChange(job, "Zoë", 70),
                        new LastChange(other, "Zoë", 60),
                        new LastChange(job, "bob", 50));
        assertThat(stores.lastChanges().newest(1)).hasSize(1);
    }

    @Test
    void note_strangeNames_areKept() {
        long job = givenJob("a").id();

        stores.lastChanges()
                .note(job, List.of("日本 🚀 '\"\\", "n".repeat(100_000), "🚀".repeat(1_000) + "n", "x\u0000y", ""), 1);
        stores.lastChanges().note(job, List.of(), 2);

        assertThat(stores.lastChanges().newest(10))
                .extracting(LastChange::author)
                .containsExactlyInAnyOrder(
                        "日本 🚀 '\"\\",
                        "n".repeat(LastChanges.LONGEST_NAME),
                        "🚀".repeat(LastChanges.LONGEST_NAME / 2),
                        "x\uFFFDy",
                        "");
    }

    @Test
    void delete_job_forgetsItsChanges() {
        long job = givenJob("a").id();
        long other = givenJob("b").id();
        stores.lastChanges().note(job, List.of("bob"), 1);
        stores.lastChanges().note(other, List.of("bob"), 1);

        deleteJob(job);

        assertThat(stores.lastChanges().newest(10))
                .extracting(LastChange::jobId)
                .containsExactly(other);
    }
}
