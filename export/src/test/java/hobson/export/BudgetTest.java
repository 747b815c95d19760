package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
    /** A person who knows everybody: no depth comes to an end. */
    record Person(String name, List<Person> all) {}

    private static final Schema<Person, String> PERSON = person();

    private static Schema<Person, String> person() {
        return Schema.<Person, String>named("test.Person")
                .text("name", (person, _) -> person.name())
                .object(
                        "next",
                        Show.ALWAYS,
                        Kind.exactly(() -> PERSON),
                        (person, _) -> person.all().get(1))
                .list("friends", Kind.exactly(() -> PERSON), (person, _) -> person.all())
                .rows(
                        "enemies",
                        Show.at(-5),
                        Kind.exactly(() -> PERSON),
                        (person, _) -> (from, to) -> slice(person, from, to))
                .build();
    }

    private static List<Person> slice(Person person, int from, int to) {
        return person.all().subList(from, Math.min(to, person.all().size()));
    }

    private static Subject<Person, String> first(int people) {
        var all = new java.util.ArrayList<Person>();
        IntStream.range(0, people).forEach(i -> all.add(new Person("person " + i, all)));
        return new Subject<>(PERSON, all.getFirst(), "");
    }

    private static Query json(String query) {
        return Query.of(Flavour.JSON, name -> Answers.values(query, name));
    }

    private static Rendering ask(Budget budget, Subject<?, ?> subject, Query query) {
        var rendering = new Exporter(budget, System::nanoTime).render(subject, query, Requester.ORDINARY);
        return rendering instanceof Rendering.Stream stream
                ? stream.checked(java.io.OutputStream.nullOutputStream())
                : rendering;
    }

    private static String refusal(Budget budget, Subject<?, ?> subject, String query) {
        var whole = (Rendering.Whole) ask(budget, subject, json(query));
        assertThat(whole.status()).isEqualTo(422);
        assertThat(whole.contentType()).isEqualTo("text/plain;charset=utf-8");
        return new String(whole.body(), UTF_8);
    }

    @Test
    void render_tooManyRows_namesATreeThatWorks() {
        var budget = Budget.DEFAULT.withRows(300);

        var sentence = refusal(budget, first(1000), "tree=friends[name]");

        assertThat(sentence)
                .isEqualTo(
                        "This answer has more than 300 objects and list items; ask for less, for example tree=friends[name]{0,100}");
        assertSuggestionWorks(budget, sentence);
    }

    @Test
    void render_runawayDepth_namesATreeThatWorks() {
        var sentence = refusal(Budget.DEFAULT, first(50), "tree=friends[friends[friends[friends[friends[friends]]]]]");

        assertThat(sentence).startsWith("This answer has more than 2,000,000 objects and list items; ");
        assertSuggestionWorks(Budget.DEFAULT, sentence);
    }

    @Test
    void render_objectsWithoutEnd_areRefusedBeforeTheStackIsFull() {
        var sentence = refusal(Budget.DEFAULT, first(2), "depth=2147483647");

        assertThat(sentence).startsWith("This answer nests objects deeper than 200 levels; ");
        assertSuggestionWorks(Budget.DEFAULT, sentence);
    }

    @Test
    void render_tooManyBytes_isRefusedBeforeAnyIsSent() {
        var budget = Budget.DEFAULT.withWholeBytes(5_000).withBytes(20_000);

        var sentence = refusal(budget, first(2000), "tree=friends[name]");

        assertThat(sentence).startsWith("This answer has more than 20,000 bytes; ");
        assertSuggestionWorks(budget, sentence);
    }

    @Test
    void render_tooLong_isRefused() {
        var clock = new AtomicLong();
        var exporter =
                new Exporter(Budget.DEFAULT.withTime(Duration.ofSeconds(3)), () -> clock.addAndGet(1_000_000_000));

        var whole = (Rendering.Whole) exporter.render(first(2000), json("tree=friends[name]"), Requester.ORDINARY);

        assertThat(whole.status()).isEqualTo(422);
        assertThat(new String(whole.body(), UTF_8)).startsWith("This answer takes longer than 3 seconds; ");
    }

    @Test
    void render_manyElementsForXpath_isRefused() {
        var budget =
                new Budget(1 << 20, 1 << 20, 1 << 20, 100, Duration.ofSeconds(9), 100, 1000, Duration.ofSeconds(9));
        var query = Query.of(Flavour.XML, name -> Answers.values("tree=friends[name]&xpath=//name[1]", name));

        var whole = (Rendering.Whole) ask(budget, first(1000), query);

        assertThat(whole.status()).isEqualTo(422);
        assertThat(new String(whole.body(), UTF_8)).contains("up to 100 elements");
    }

    @Test
    void render_moreThanIsKept_streamsTheSame() throws IOException {
        var small = Budget.DEFAULT.withWholeBytes(1000);
        for (var flavour : List.of(Flavour.JSON, Flavour.XML, Flavour.PYTHON)) {
            var query =
                    Query.of(flavour, name -> Answers.values("tree=friends[name,friends[name]{0,20}]&pretty", name));
            var whole = (Rendering.Whole) ask(Budget.DEFAULT.withWholeBytes(10 << 20), first(2000), query);
            var out = new ByteArrayOutputStream();

            ((Rendering.Stream) ask(small, first(2000), query)).writeTo(out);

            assertThat(out.size()).isGreaterThan(1 << 20);
            assertThat(out.toByteArray()).isEqualTo(whole.body());
        }
    }

    @Test
    void writeTo_receiverGone_throwsItsFailure() {
        var stream =
                (Rendering.Stream) ask(Budget.DEFAULT.withWholeBytes(1000), first(5000), json("tree=friends[name]"));
        var failure = new IOException("gone");
        var receiver = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw failure;
            }
        };

        assertThatThrownBy(() -> stream.writeTo(receiver)).isSameAs(failure);
    }

    @Test
    void rows_range_isPassedOn() {
        var asked = new java.util.ArrayList<String>();
        var schema = Schema.<String, String>named("test.Job")
                .rows("allBuilds", Kind.<Integer, String>simple(), (_, _) -> (from, to) -> {
                    asked.add(from + " to " + to);
                    return List.of(from);
                })
                .build();
        for (var range : List.of("", "{3}", "{3,5}", "{,5}", "{3,}", "{5,3}")) {
            ask(Budget.DEFAULT, new Subject<>(schema, "job", ""), json("tree=allBuilds" + range));
        }

        assertThat(asked).containsExactly("0 to 2147483647", "3 to 4", "3 to 5", "0 to 5", "3 to 2147483647");
    }

    private static Rendering.Whole ask(Means means, Query query) {
        var rendering = new Exporter(means).render(first(2000), query, Requester.ORDINARY);
        return (Rendering.Whole)
                (rendering instanceof Rendering.Stream stream
                        ? stream.checked(OutputStream.nullOutputStream())
                        : rendering);
    }

    @Test
    void render_moreMemoryThanOneAnswerMayTake_isRefused() {
        var means = new Means(Budget.DEFAULT, System::nanoTime, new Turns(1), new AnswerMemory(4_000_000));
        var held = Query.of(
                Flavour.JSON, name -> Answers.values("tree=friends[friends[name,friends[name]{0,100}]]{0,1}", name));
        var document = Query.of(
                Flavour.XML, name -> Answers.values("tree=friends[name,friends[name]{0,9}]&exclude=//x", name));

        for (var query : List.of(held, document)) {
            var refused = ask(means, query);

            assertThat(refused.status()).isEqualTo(422);
            assertThat(new String(refused.body(), UTF_8)).contains("takes more than 2,000,000 bytes of memory");
        }
    }

    @Test
    void render_whileOthersTakeTheMemory_isRefusedForNow() {
        var memory = new AnswerMemory(4_000_000);
        var means = new Means(Budget.DEFAULT, System::nanoTime, new Turns(1), memory);
        var query = Query.of(Flavour.XML, name -> Answers.values("tree=friends[name]&xpath=/person/friend[1]", name));
        try (var one = memory.share();
                var other = memory.share()) {
            one.take(2_000_000);
            other.take(1_900_000);

            assertThat(ask(means, query).status()).isEqualTo(503);
        }
        assertThat(ask(means, query).status()).isNotEqualTo(503);
    }

    @Test
    void turn_whileOthersHaveAll_isWaitedFor() {
        var turns = new Turns(1);
        var first = turns.turn();
        var second = turns.turn();
        first.begin();
        Thread.currentThread().interrupt();
        assertThatThrownBy(second::begin).isInstanceOf(Halt.Refused.class);
        assertThat(Thread.interrupted()).isTrue();

        first.close();
        second.begin();
        second.close();
    }

    private static void assertSuggestionWorks(Budget budget, String sentence) {
        var suggestion = Pattern.compile("for example (tree=\\S+)$").matcher(sentence);
        assertThat(suggestion.find()).as(sentence).isTrue();
        var answer = (Rendering.Whole) ask(budget, first(1000), json(suggestion.group(1)));
        assertThat(answer.status()).as(sentence).isEqualTo(200);
    }
}
