package hobson.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table of the README tells the truth. */
class ReadmeTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CALL = Pattern.compile("([a-zA-Z]+)\\(");
    private static final int ROWS_AT_LEAST = 140;

    private static List<Row> rows = List.of();

    /** @param who the wrappers that offer it, by their marks */
    private record Row(String service, String who, String calls, String tests) {
        static Row of(String line) {
            var cells = line.split("\\|", -1);
            return new Row(cells[1].strip(), cells[2].strip(), cells[3], cells[4]);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        var table =
                Files.readString(Path.of("README.md")).split("\\| service \\| who offers it [^\n]*\n[^\n]*\n", 2)[1];
        rows = table.lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void table_rows_areMany() {
        assertThat(rows).hasSizeGreaterThanOrEqualTo(ROWS_AT_LEAST);
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.who()).matches("–|all|(?:JR|JC|RB|PA|PJ)(?: (?:JR|JC|RB|PA|PJ))*"));
        assertThat(rows).extracting(Row::service).doesNotHaveDuplicates();
    }

    @Test
    void table_tests_exist() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(found(CODE, row.tests()))
                        .isNotEmpty()
                        .allSatisfy(test ->
                                assertThat(tests(test.split("\\.", 2)[0])).contains(test.split("\\.", 2)[1])));
    }

    /** The methods of a class that are run. */
    private static Set<String> tests(String type) {
        try {
            return Arrays.stream(Class.forName("hobson.client." + type).getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .map(Method::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no such test class: " + type, e);
        }
    }

    @Test
    void module_requires_whatIsSaidAndNothingElse() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var module = Files.readString(Path.of("src/main/java/module-info.java"));

        var required = found(Pattern.compile("requires (?:transitive )?([a-z.]+);"), module);

        assertThat(required).containsExactlyInAnyOrder("java.net.http", "java.xml", "tools.jackson.core");
        assertThat(readme).contains("`java.net.http`", "`java.xml`", "`tools.jackson.core:jackson-core`");
    }

    @Test
    void table_calls_exist() throws IOException {
        var methods = publicMethods();

        assertThat(rows).allSatisfy(row -> assertThat(found(CODE, row.calls())).isNotEmpty());
        assertThat(rows.stream().flatMap(row -> found(CALL, row.calls()).stream()))
                .isSubsetOf(methods);
    }

    private static Set<String> publicMethods() throws IOException {
        try (var sources = Files.list(Path.of("src/main/java/hobson/client"))) {
            return sources.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(ReadmeTest::type)
                    .flatMap(type -> java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .flatMap(type -> Arrays.stream(type.getMethods()))
                    .map(Method::getName)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> type(String file) {
        try {
            return Class.forName("hobson.client." + file.replace(".java", ""));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
