package hobson.parts.view;

import hobson.engine.Refusal;
import hobson.engine.view.ListView;
import hobson.engine.view.ViewFormat;
import hobson.parts.document.Documents;
import hobson.parts.document.Element;
import hobson.parts.document.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code hudson.model.ListView}. */
public final class ViewDocuments implements ViewFormat {
    private static final Set<String> LIST_VIEW = Set.of("hudson.model.ListView", "listView", "view");
    private static final String DECLARATION = "<?xml version=\"1.1\" encoding=\"UTF-8\"?>\n";
    private static final String COLUMNS = """
              <jobFilters/>
              <columns>
                <hudson.views.StatusColumn/>
                <hudson.views.WeatherColumn/>
                <hudson.views.JobColumn/>
                <hudson.views.LastSuccessColumn/>
                <hudson.views.LastFailureColumn/>
                <hudson.views.LastDurationColumn/>
                <hudson.views.BuildButtonColumn/>
              </columns>
            """;

    private final Documents documents;

    public ViewDocuments(Limits limits) {
        this.documents = new Documents(limits);
    }

    @Override
    public ListView read(byte[] document) {
        var root = documents.read(document).root();
        if (!LIST_VIEW.contains(root.name())) {
            throw Refusal.badInput(
                    "‘" + root.name() + "’ is not a kind of view that this server has; it has hudson.model.ListView");
        }
        var names = root.child("jobNames").map(Element::strings).orElse(List.of());
        return new ListView(
                root.text("name").orElse(""),
                root.text("description").orElse(null),
                names,
                root.text("includeRegex").orElse(null),
                root.child("statusFilter").isPresent() ? (Boolean) root.flag("statusFilter", false) : null);
    }

    @Override
    public byte[] write(ListView view) {
        var xml = new StringBuilder(DECLARATION).append("<hudson.model.ListView>\n");
        common(xml, view.name(), view.description());
        xml.append("  <jobNames>\n    <comparator class=\"java.lang.String$CaseInsensitiveComparator\"/>\n");
        view.jobNames().stream()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .forEach(name -> xml.append("  ").append(element("string", name)));
        xml.append("  </jobNames>\n").append(COLUMNS);
        var pattern = view.includePattern();
        if (pattern != null) {
            xml.append(element("includeRegex", pattern));
        }
        xml.append("  <recurse>false</recurse>\n");
        var enabled = view.enabled();
        if (enabled != null) {
            xml.append(element("statusFilter", enabled.toString()));
        }
        return xml.append("</hudson.model.ListView>").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] writeAll(String name) {
        var xml = new StringBuilder(DECLARATION).append("<hudson.model.AllView>\n");
        common(xml, name, null);
        return xml.append("</hudson.model.AllView>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void common(StringBuilder xml, String name, @Nullable String description) {
        xml.append(element("name", name));
        if (description != null) {
            xml.append(element("description", description));
        }
        xml.append("  <filterExecutors>false</filterExecutors>\n  <filterQueue>false</filterQueue>\n")
                .append("  <properties class=\"hudson.model.View$PropertyList\"/>\n");
    }

    private static String element(String name, String text) {
        var out = new StringBuilder("  <").append(name).append('>');
        text.chars().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    if (c < ' ' && c != '\n' && c != '\t') {
                        out.append("&#").append(c).append(';');
                    } else {
                        out.append((char) c);
                    }
                }
            }
        });
        return out.append("</").append(name).append(">\n").toString();
    }
}
