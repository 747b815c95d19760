package hobson.server;

import static org.assertj.core.api.Assertions.assertThat;

import hobson.http.route.RouteRow;
import hobson.server.RoleTable.Line;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every route as each of five roles, and compares the statuses with {@code roles.txt}. */
class RoutesByRoleIT {
    private static final String CONFIGURATION = """
            jenkins:
              quietPeriod: 0
              securityRealm:
                local:
                  users:
                    - {id: reader, password: reader}
                    - {id: builder, password: builder}
                    - {id: configurer, password: configurer}
                    - {id: administrator, password: administrator}
                    - {id: somebody, password: somebody}
                    - {id: stranger, password: stranger}
              authorizationStrategy:
                globalMatrix:
                  entries:
                    - user: {name: anonymous, permissions: [%s]}
                    - user: {name: reader, permissions: [Job/Read, View/Read]}
                    - user: {name: builder, permissions: [Job/Read, View/Read, Job/Build, Job/Cancel, Job/Workspace]}
                    - user:
                        name: configurer
                        permissions:
                          - hudson.security.Permission.GenericRead
                          - hudson.security.Permission.GenericWrite
                          - Agent/Connect
                          - Agent/Disconnect
                    - user: {name: administrator, permissions: [Overall/Administer]}
            hobson: {crumbs: false}
            """;

    /** What anybody is answered (security.md §3.4). */
    private static final Set<String> OPEN = Set.of(
            "404",
            "_404",
            "_404_simple",
            "accessDenied",
            "adjuncts",
            "assets",
            "buildByToken",
            "cli",
            "css",
            "error",
            "favicon.ico",
            "favicon.svg",
            "federatedLoginService",
            "generic-webhook-trigger",
            "git",
            "health",
            "images",
            "instance-identity",
            "jnlpJars",
            "login",
            "loginError",
            "logout",
            "oops",
            "robots.txt",
            "scripts",
            "securityRealm",
            "signup",
            "static-files",
            "tcpSlaveAgentListener",
            "whoAmI",
            "wsagents");

    @TempDir
    static Path folder;

    private static RoleServer server;
    private static RoleWorld world;
    private static RoleTable table;

    @BeforeAll
    static void start() throws Exception {
        server = RoleServer.start(folder, CONFIGURATION.formatted("Overall/Read"));
        world = new RoleWorld(server, folder);
        table = RoleTable.read();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void everyRoute_asEachRole_isAnsweredAsTheTableSays() throws Exception {
        var wrong = new ArrayList<String>();
        var measured = new TreeSet<String>();
        for (var row : server.routes()) {
            for (var method : table.methodsOf(row)) {
                compare(method, row, wrong, measured);
            }
        }
        Files.write(Path.of("target", "roles.txt"), measured);

        assertThat(wrong)
                .as("review these, and bring roles.txt up to date (target/roles.txt has all)")
                .isEmpty();
    }

    private static void compare(String method, RouteRow row, List<String> wrong, Set<String> measured)
            throws Exception {
        var lines = table.about(method, row);
        boolean detour = !row.template().equals(RoleTable.canonical(row.template()));
        if (lines.isEmpty()) {
            var address = RoleTable.address(RoleTable.canonical(row.template()));
            lines = List.of(new Line(method, address, List.of(), ""));
        }
        for (var line : lines) {
            var address = line.address(row.template(), detour);
            var found = statuses(line, address, detour);
            if (detour ? !isAlike(address, found, line.statuses()) : !found.equals(line.statuses())) {
                wrong.add(line.with(address, found) + (line.statuses().isEmpty() ? "" : "  instead of " + line));
            }
            if (!detour) {
                measured.add(line.with(line.address(), found).toString());
            }
        }
    }

    private static List<Integer> statuses(Line line, String address, boolean detour) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var role : RoleTable.ROLES) {
            if (detour && line.isChange()) {
                statuses.add(onDetour(line, address, role));
                continue;
            }
            var path = line.isChange() ? world.passing(address) : world.lasting(address);
            statuses.add(server.ask(role, line.method(), path, line.body()).statusCode());
        }
        return statuses;
    }

    /** A view on the way may be hidden from somebody, and nobody who is anonymous goes by way of {@code me}. */
    private static boolean isAlike(String address, List<Integer> found, List<Integer> expected) {
        return expected.size() == found.size()
                && IntStream.range(0, found.size())
                        .allMatch(i -> found.get(i) == 404
                                || found.get(i).equals(expected.get(i))
                                || (i == 0 && found.get(i) == 403 && address.startsWith("me/")));
    }

    /** Changes are asked for there only by those who are refused: the others would cost much time. */
    private static int onDetour(Line line, String address, String role) throws Exception {
        int expected = line.statuses().isEmpty() ? 0 : line.statuses().get(RoleTable.ROLES.indexOf(role));
        return expected != 403 && expected != 404
                ? expected
                : server.ask(role, line.method(), world.lasting(address), line.body())
                        .statusCode();
    }

    @Test
    void table_everyLine_isAboutARoute() {
        var routes = new TreeSet<String>();
        server.routes().forEach(row -> routes.add(RoleTable.canonical(row.template())));

        assertThat(table.lines()).allSatisfy(line -> assertThat(routes).contains(line.route()));
    }

    @Test
    void everyRoute_callerWhoMayReadNothing_isRefused(@TempDir Path other) throws Exception {
        try (var closed = RoleServer.start(other, CONFIGURATION.formatted(""))) {
            for (var row : closed.routes()) {
                var path = row.template().replaceAll("[{}]", "");
                if (OPEN.contains(path.split("[/?]", 2)[0])) {
                    continue;
                }
                for (var method : RoleTable.methods(row)) {
                    assertThat(closed.ask("", method, path, "").statusCode())
                            .as(method + " " + path)
                            .isEqualTo(403);
                    assertThat(closed.ask("stranger", method, path, "").statusCode())
                            .as(method + " " + path)
                            .isEqualTo(403);
                }
            }
        }
    }
}
