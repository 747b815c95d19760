package hobson.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.http.route.RouteRow;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file {@code roles.txt}: what each role is answered at each address. */
record RoleTable(List<Line> lines) {
    static final List<String> ROLES = List.of("", "reader", "builder", "configurer", "administrator");

    private static final Pattern LINE = Pattern.compile("([A-Z]+) +(\\S+) +((?:\\d{3} ){4}\\d{3})(?: +(\\S.*))?");

    /** Captures that stand for items of a certain kind; {@link RoleWorld} has one of each. */
    static final Pattern KIND =
            Pattern.compile("\\{(?:folder|pipeline|matrix|external|polled|asked|multibranch|organization)}");

    /** Ways on which a place is reached in addition to the one of which the table tells. */
    private static final Pattern DETOUR = Pattern.compile(
            "^(?:(?:.*/)?view/\\{view}/(?=(?:job|item)/)|securityRealm/(?=user/\\{user})|manage/(?=credentials/))");

    /**
     * One request, and the status that each role gets.
     *
     * @param address a template of the table of routes, with a query perhaps
     * @param body what is sent, empty for nothing
     */
    record Line(String method, String address, List<Integer> statuses, String body) {
        /** The route that the request is about. */
        String route() {
            int query = address.indexOf('?');
            return canonical((query < 0 ? address : address.substring(0, query))
                    .replaceAll(KIND.pattern(), "{job}")
                    .replaceFirst("(?<=(^|/)api)/json$", ""));
        }

        /** Where this route is asked for: by its own template when it is a detour, and with what the line says besides. */
        String address(String template, boolean detour) {
            var kind = KIND.matcher(address);
            boolean ofKind = kind.find();
            if (ofKind && !detour) {
                return address;
            }
            int last = template.lastIndexOf("{job}");
            var way = ofKind ? template.substring(0, last) + kind.group() + template.substring(last + 5) : template;
            int query = address.indexOf('?');
            return RoleTable.address(way) + (query < 0 ? "" : address.substring(query));
        }

        boolean isChange() {
            return !method.equals("GET");
        }

        Line with(String otherAddress, List<Integer> otherStatuses) {
            return new Line(method, otherAddress, otherStatuses, body);
        }

        @Override
        public String toString() {
            var numbers = statuses.stream().map(String::valueOf).collect(Collectors.joining(" "));
            return "%-6s %-60s %s  %s"
                    .formatted(method, address.isEmpty() ? "/" : address, numbers, body)
                    .stripTrailing();
        }
    }

    static RoleTable read() throws IOException {
        try (var file = RoleTable.class.getResourceAsStream("roles.txt")) {
            if (file == null) {
                throw new IOException("roles.txt is missing");
            }
            return new RoleTable(new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RoleTable::line)
                    .toList());
        }
    }

    private static Line line(String text) {
        var parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not METHOD ADDRESS and five statuses: " + text);
        }
        var statuses = Pattern.compile(" ")
                .splitAsStream(parts.group(3))
                .map(Integer::valueOf)
                .toList();
        var body = parts.group(4);
        var address = parts.group(2).equals("/") ? "" : parts.group(2);
        return new Line(parts.group(1), address, statuses, body == null ? "" : body);
    }

    /** The methods that it declares, and those that lines are about. */
    Set<String> methodsOf(RouteRow row) {
        var route = canonical(row.template());
        var methods = new TreeSet<>(methods(row));
        lines.stream()
                .filter(line -> line.route().equals(route))
                .map(Line::method)
                .forEach(methods::add);
        return methods;
    }

    /** The lines that are about this route. */
    List<Line> about(String method, RouteRow row) {
        var route = canonical(row.template());
        return lines.stream()
                .filter(line -> line.method().equals(method) && line.route().equals(route))
                .toList();
    }

    /** Those of a route that takes every method are looked at with GET, at least. */
    static List<String> methods(RouteRow row) {
        return row.methods().keySet().stream()
                .filter(method -> !method.equals("HEAD"))
                .map(method -> method.equals("*") ? "GET" : method)
                .distinct()
                .toList();
    }

    static String canonical(String template) {
        return DETOUR.matcher(template).replaceFirst("").replaceFirst("^item/", "job/");
    }

    /** Asked for as it is meant to be. */
    static String address(String template) {
        var ofFolder = template.replace("job/{job}/view/", "job/{folder}/view/");
        return ofFolder.equals("api") || ofFolder.endsWith("/api") ? ofFolder + "/json" : ofFolder;
    }
}
