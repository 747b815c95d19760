package hobson.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ArchitectureTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (.+) \\| (.+) \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9.-]+)`");

    @Test
    void table_modules_areThoseOfTheReactor() {
        assertThat(table().keySet()).containsExactlyElementsOf(Checkout.modules());
    }

    @Test
    void table_arrows_areThoseOfThePoms() {
        var poms = new LinkedHashMap<String, Set<String>>();
        for (var module : Checkout.modules()) {
            poms.put(module, imported(module));
        }

        assertThat(poms).isEqualTo(table());
    }

    /** Libraries are listed where each has its reason; a version that nobody uses is listed nowhere. */
    @Test
    void libraries_listed_areThoseOfTheRootPom() {
        var listed = names(Checkout.text("docs/adr/0002-libraries.md"));

        assertThat(listed).containsAll(managedLibraries());
    }

    /** A library that a test of the server wants must not thereby go missing from what is shipped. */
    @Test
    void libraries_ofTheServersModules_areNotNarrowedToItsTests() {
        var narrowed = libraries("server", true);
        var needed = new TreeSet<String>();
        for (var module : imported("server")) {
            needed.addAll(libraries(module, false));
        }

        assertThat(needed).isNotEmpty().doesNotContainAnyElementsOf(narrowed);
    }

    private static Map<String, Set<String>> table() {
        var table = new LinkedHashMap<String, Set<String>>();
        for (var row : ROW.matcher(Checkout.text("ARCHITECTURE.md")).results().toList()) {
            table.put(row.group(1), names(row.group(3)));
        }
        return table;
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        NAME.matcher(text).results().forEach(name -> names.add(name.group(1)));
        return names;
    }

    /** The modules that the main code of a module sees; tests may see more. */
    private static Set<String> imported(String module) {
        var imported = new TreeSet<String>();
        for (var dependency : dependencies(Checkout.pom(module))) {
            var artifact = Checkout.child(dependency, "artifactId").orElseThrow();
            boolean ours = "hobson".equals(Checkout.child(dependency, "groupId").orElseThrow());
            if (ours && !"test".equals(Checkout.child(dependency, "scope").orElse("compile"))) {
                imported.add(artifact.substring("hobson-".length()));
            }
        }
        return imported;
    }

    /** The libraries of others that a module names: those for its tests, or those for the rest of it. */
    private static Set<String> libraries(String module, boolean forTests) {
        var libraries = new TreeSet<String>();
        for (var dependency : dependencies(Checkout.pom(module))) {
            boolean ours = "hobson".equals(Checkout.child(dependency, "groupId").orElseThrow());
            boolean test = "test".equals(Checkout.child(dependency, "scope").orElse("compile"));
            if (!ours && test == forTests) {
                libraries.add(Checkout.child(dependency, "artifactId").orElseThrow());
            }
        }
        return libraries;
    }

    private static Set<String> managedLibraries() {
        var libraries = new TreeSet<String>();
        for (var management : Checkout.children(Checkout.pom(""), "dependencyManagement")) {
            for (var dependency : dependencies(management)) {
                if (!"hobson".equals(Checkout.child(dependency, "groupId").orElseThrow())) {
                    libraries.add(Checkout.child(dependency, "artifactId").orElseThrow());
                }
            }
        }
        return libraries;
    }

    private static List<Element> dependencies(Element parent) {
        return Checkout.children(parent, "dependencies").stream()
                .flatMap(all -> Checkout.children(all, "dependency").stream())
                .toList();
    }
}
