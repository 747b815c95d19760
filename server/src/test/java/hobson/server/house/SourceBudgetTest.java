package hobson.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the tail short: the median takes care of itself. A class whose Javadoc says why may have 300 lines ("300 lines: …"). */
class SourceBudgetTest {
    private static final int BUDGET = 200;
    private static final int WITH_A_REASON = 300;

    static List<String> modules() {
        return Checkout.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void codeLines_everyClass_isWithinItsBudget(String module) throws IOException {
        var tooLong =
                sources(module).stream().filter(SourceBudgetTest::isTooLong).toList();

        assertThat(tooLong).as("split these").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void packageInfo_everyPackage_isThereAndNullMarked(String module) throws IOException {
        var packages = sources(module).stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(packages)
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked", "/**"));
    }

    private static List<Path> sources(String module) throws IOException {
        try (var files = Files.walk(Checkout.root().resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static boolean isTooLong(Path file) {
        try {
            var text = Files.readString(file);
            return codeLines(text) > (text.contains("300 lines: ") ? WITH_A_REASON : BUDGET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long codeLines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("*")
                        && !line.startsWith("//")
                        && !line.startsWith("/*")
                        && !line.startsWith("import "))
                .count();
    }

    @Test
    void codeLines_commentsImportsAndBlanks_areFree() {
        assertThat(codeLines("package a;\n\nimport b.C;\n/** d */\n/*\n * e\n */\n// f\nclass G {}\n"))
                .isEqualTo(2);
    }
}
