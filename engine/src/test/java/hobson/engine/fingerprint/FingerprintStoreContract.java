package hobson.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hobson.engine.StoreContract;
import hobson.engine.build.Result;
import hobson.engine.fingerprint.Fingerprint.Range;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of fingerprints must do. */
public abstract class FingerprintStoreContract extends StoreContract {
    private static final String ONE = "00000000000000000000000000000001";
    private static final String TWO = "fedcba98765432100123456789abcdef";

    private static final String THREE = "00000000000000000000000000000003";

    private long maker;
    private long user;

    @BeforeEach
    void givenBuilds() {
        maker = givenJob("maker").id();
        user = givenJob("user").id();
        completed(maker, 1, Result.SUCCESS);
        completed(maker, 2, Result.SUCCESS);
        completed(user, 1, Result.SUCCESS);
    }

    @Test
    void record_madeFile_hasItsBuildAsOrigin() {
        stores.fingerprints().record(maker, 1, Map.of("app.jar", ONE), true, 500);

        assertThat(stores.fingerprints().find(ONE))
                .contains(new Fingerprint(
                        ONE, "app.jar", 500, new Fingerprint.Origin(maker, 1), Map.of(maker, builds(1, 1))));
    }

    private static List<Range> builds(int first, int last) {
        return List.of(new Range(first, last));
    }

    @Test
    void find_usedByManyBuilds_isToldInRanges() {
        for (int number : List.of(9, 8, 3, 2, 1)) {
            stores.fingerprints().record(maker, number, Map.of("app.jar", ONE, "b.jar", TWO), true, 500);
        }
        stores.fingerprints().record(user, 4, Map.of("app.jar", ONE), false, 600);

        var usage = Map.of(maker, List.of(new Range(1, 3), new Range(8, 9)), user, builds(4, 4));
        assertThat(stores.fingerprints().find(ONE)).get().returns(usage, Fingerprint::usage);
        assertThat(stores.fingerprints().of(maker, 8).getFirst().usage()).isEqualTo(usage);
    }

    @Test
    void find_usedByVeryManyBuilds_hasTheNewest() {
        concurrently(5_001, i -> stores.fingerprints().record(maker, 2 * i, Map.of("app.jar", ONE), true, 500));

        var found = stores.fingerprints().find(ONE).orElseThrow().usage().getOrDefault(maker, List.of());
        assertThat(found).hasSize(5_000).startsWith(new Range(4, 4)).endsWith(new Range(10_002, 10_002));
        assertThat(stores.fingerprints().of(maker, 2).getFirst().usage().get(maker))
                .hasSize(100)
                .endsWith(new Range(10_002, 10_002));
    }

    @Test
    void any_ofABuild_isWhetherItMadeOrUsedAFile() {
        stores.fingerprints().record(maker, 1, Map.of("app.jar", ONE), true, 500);
        stores.fingerprints().record(user, 1, Map.of("app.jar", ONE), false, 600);

        assertThat(stores.fingerprints().any(maker, 1)).isTrue();
        assertThat(stores.fingerprints().any(user, 1)).isTrue();
        assertThat(stores.fingerprints().any(maker, 2)).isFalse();
    }

    @Test
    void record_paths_areKnownByTheirLastName() {
        stores.fingerprints().record(maker, 1, Map.of("a/index.html", ONE, "b/index.html", TWO), true, 500);

        assertThat(stores.fingerprints().of(maker, 1))
                .extracting(Fingerprint::fileName, Fingerprint::md5)
                .containsExactlyInAnyOrder(tuple("index.html", ONE), tuple("index.html", TWO));
    }

    @Test
    void record_fileFromOutside_hasNoOriginEvenIfItIsMadeLater() {
        stores.fingerprints().record(user, 1, Map.of("lib.jar", ONE), false, 500);
        stores.fingerprints().record(maker, 1, Map.of("other.jar", ONE), true, 600);

        assertThat(stores.fingerprints().find(ONE))
                .contains(new Fingerprint(ONE, "lib.jar", 500, null, Map.of(user, builds(1, 1), maker, builds(1, 1))));
    }

    @Test
    void record_sameBuildTwice_isOneUse() {
        stores.fingerprints().record(maker, 2, Map.of("app.jar", ONE), true, 500);
        stores.fingerprints().record(maker, 1, Map.of("app.jar", ONE), false, 600);
        stores.fingerprints().record(maker, 2, Map.of("copy.jar", ONE, "app.jar", ONE), true, 700);

        assertThat(stores.fingerprints().find(ONE)).hasValueSatisfying(found -> {
            assertThat(found.usage()).isEqualTo(Map.of(maker, builds(1, 2)));
            assertThat(found.origin()).isEqualTo(new Fingerprint.Origin(maker, 2));
        });
    }

    @Test
    void find_unknownOrNoMd5_isEmpty() {
        assertThat(stores.fingerprints().find(ONE)).isEmpty();
        assertThat(stores.fingerprints().find("../../etc/passwd")).isEmpty();
        assertThat(stores.fingerprints().find("")).isEmpty();
        assertThat(stores.fingerprints().find("zz".repeat(16))).isEmpty();
    }

    @Test
    void of_build_isOrderedByFileName() {
        stores.fingerprints().record(maker, 1, Map.of("b.jar", ONE, "C.jar", TWO, "ä.jar", THREE), true, 500);
        stores.fingerprints().record(user, 1, Map.of("b.jar", ONE), false, 600);

        assertThat(stores.fingerprints().of(maker, 1))
                .extracting(Fingerprint::md5)
                .containsExactly(TWO, ONE, THREE);
        assertThat(stores.fingerprints().of(user, 1))
                .containsExactly(stores.fingerprints().find(ONE).orElseThrow());
        assertThat(stores.fingerprints().of(maker, 2)).isEmpty();
    }

    @Test
    void record_manyFiles_areAllThere() {
        var files = new LinkedHashMap<String, String>();
        for (int i = 0; i < 2_000; i++) {
            files.put("file-%04d".formatted(i), "%032x".formatted(i));
        }

        stores.fingerprints().record(maker, 1, files, true, 500);

        assertThat(stores.fingerprints().of(maker, 1))
                .extracting(Fingerprint::fileName)
                .containsExactlyElementsOf(files.keySet());
    }

    @Test
    void record_noFiles_changesNothing() {
        stores.fingerprints().record(maker, 1, Map.of(), true, 500);

        assertThat(stores.fingerprints().of(maker, 1)).isEmpty();
    }

    @Test
    void find_afterItsOriginWasDeleted_livesAsLongAsItIsUsed() {
        stores.fingerprints().record(maker, 1, Map.of("app.jar", ONE, "notes.txt", TWO), true, 500);
        stores.fingerprints().record(user, 1, Map.of("app.jar", ONE), false, 600);

        stores.builds().delete(maker, 1, CHANGE);

        assertThat(stores.fingerprints().find(ONE)).hasValueSatisfying(found -> {
            assertThat(found.origin()).isEqualTo(new Fingerprint.Origin(maker, 1));
            assertThat(found.usage()).isEqualTo(Map.of(user, builds(1, 1)));
        });
        assertThat(stores.fingerprints().find(TWO)).isEmpty();

        stores.builds().delete(user, 1, CHANGE);

        assertThat(stores.fingerprints().find(ONE)).isEmpty();
    }

    @Test
    void find_afterAJobWasDeleted_livesAsLongAsItIsUsed() {
        stores.fingerprints().record(maker, 1, Map.of("app.jar", ONE, "notes.txt", TWO), true, 500);
        stores.fingerprints().record(maker, 2, Map.of("notes.txt", TWO), false, 600);
        stores.fingerprints().record(user, 1, Map.of("app.jar", ONE), false, 600);

        deleteJob(maker);

        assertThat(stores.fingerprints().find(ONE)).isPresent();
        assertThat(stores.fingerprints().find(TWO)).isEmpty();
    }
}
