package hobson.remote.test;

import hobson.engine.test.TestCase;
import hobson.engine.test.TestReport;
import hobson.engine.test.TestSuite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The report of one build. Packages, classes and tests are found by reading it from beginning to end; what is kept of it meanwhile is
 * what is asked for.
 *
 * @param number of the build
 */
record ShownReport(TestReport report, int number) {

    /** @param classes by their names in addresses */
    record TestPackage(Group group, TreeMap<String, Group> classes) {}

    /** The tests of a package, in the order of their names, by the names of their classes in addresses. */
    Map<String, List<Test>> testsOf(String packageToken) {
        var tests = new HashMap<String, List<Test>>();
        each(
                isIn(packageToken),
                test -> collect(
                        test,
                        tests.computeIfAbsent(Names.safe(Names.simple(test.className())), _ -> new ArrayList<>())));
        tests.values().forEach(list -> list.sort(Comparator.comparing(Test::name)));
        return tests;
    }

    /** @param tests in the order of their names */
    record TestClass(Group group, List<Test> tests) {}

    /** Where a test is, and what it is called. */
    record Test(TestSuite suite, String name, long position) {
        ShownCase shown(int number) {
            return new ShownCase(suite.at(position), number);
        }
    }

    /** Every package, by its name in addresses. */
    TreeMap<String, Group> packages() {
        var packages = new TreeMap<String, Group>();
        each(_ -> true, test -> {
            var name = Names.packageOf(test.className());
            packages.computeIfAbsent(Names.safe(name), _ -> new Group(name)).add(test);
        });
        return packages;
    }

    Optional<TestPackage> find(String packageToken) {
        var classes = new TreeMap<String, Group>();
        var group = new Group[1];
        each(isIn(packageToken), test -> {
            if (group[0] == null) group[0] = new Group(Names.packageOf(test.className()));
            group[0].add(test);
            var name = Names.simple(test.className());
            classes.computeIfAbsent(Names.safe(name), _ -> new Group(name)).add(test);
        });
        return Optional.ofNullable(group[0]).map(found -> new TestPackage(found, classes));
    }

    Optional<TestClass> find(String packageToken, String classToken) {
        var tests = new ArrayList<Test>();
        var group = new Group[1];
        each(isIn(packageToken).and(isOf(classToken)), test -> {
            if (group[0] == null) group[0] = new Group(Names.simple(test.className()));
            group[0].add(test);
            collect(test, tests);
        });
        tests.sort(Comparator.comparing(Test::name));
        return Optional.ofNullable(group[0]).map(found -> new TestClass(found, tests));
    }

    /** Of several tests whose names are the same in addresses, the second one has {@code _2} behind it. */
    Optional<Test> find(String packageToken, String classToken, String token) {
        var same = new ArrayList<Test>();
        var numbered = new ArrayList<Test>();
        int underscore = token.lastIndexOf('_');
        int place = underscore < 1 ? 0 : place(token.substring(underscore + 1));
        var base = place < 2 ? null : token.substring(0, underscore);
        each(isIn(packageToken).and(isOf(classToken)), test -> {
            var safe = Names.safeTest(test.name());
            if (safe.equals(token)) collect(test, same);
            if (safe.equals(base)) collect(test, numbered);
        });
        numbered.sort(Comparator.comparing(Test::name));
        return same.stream()
                .min(Comparator.comparing(Test::name))
                .or(() ->
                        place > numbered.size() || place < 2 ? Optional.empty() : Optional.of(numbered.get(place - 1)));
    }

    private static void collect(TestCase test, Collection<Test> found) {
        found.add(new Test(test.suite(), Names.full(test), test.position()));
    }

    private static int place(String digits) {
        return digits.matches("[1-9]\\d{0,8}") ? Integer.parseInt(digits) : 0;
    }

    private static Predicate<TestCase> isIn(String packageToken) {
        return test -> Names.safe(Names.packageOf(test.className())).equals(packageToken);
    }

    private static Predicate<TestCase> isOf(String classToken) {
        return test -> Names.safe(Names.simple(test.className())).equals(classToken);
    }

    void each(Predicate<TestCase> filter, Consumer<TestCase> consumer) {
        for (var suite : report.suites()) {
            for (var test : suite.cases(0, Integer.MAX_VALUE)) {
                if (filter.test(test)) consumer.accept(test);
            }
        }
    }
}
