package hobson.remote.api;

import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Html;
import hobson.remote.page.Pages;
import java.util.List;

/** The page {@code …/api/}: which forms there are and how to get less of them (remote-api.md §6). */
final class HelpPage {
    private final Pages pages;
    private final List<HelpTopic> topics;

    HelpPage(Pages pages, HelpTopic... topics) {
        this.pages = pages;
        this.topics = List.of(topics);
    }

    Response of(Request request) {
        return pages.page(200, "REST API", html -> write(html, request.baseUrl()));
    }

    private void write(Html html, String root) {
        html.element(
                "p",
                "Many objects of this server can be read by programs, at " + root + "/.../api/. "
                        + "This is the API of the object one level up.");
        forms(html);
        html.element("h2", "Controlling the amount of data", "id", "tree");
        amount(html);
        for (var topic : topics) {
            html.element("h2", topic.title()).element("p", topic.sentence());
        }
    }

    private static void forms(Html html) {
        html.open("dl");
        form(html, "XML API", "xml", """
                With ?xpath=//a/b only what the expression selects is sent, one element alone, or several of them in an element called \
                as ?wrapper= says. ?exclude=//a leaves elements out and may be given several times.""");
        html.open("dd")
                .element("a", "Schema", "href", "schema")
                .text(" of the XML document.")
                .close();
        form(html, "JSON API", "json?pretty=true", "Leave pretty away in programs.");
        form(html, "Python API", "python?pretty=true", "A literal for ast.literal_eval.");
        html.close();
    }

    private static void form(Html html, String title, String link, String sentence) {
        html.open("dt").element("a", title, "href", link).close().element("dd", sentence);
    }

    private static void amount(Html html) {
        html.open("p").text("Best is to ask for just what you need: ");
        html.element("a", "?tree=…", "href", "json?pretty=true&tree=*");
        html.text("""
                 names the members, as in tree=jobs[name,lastBuild[number,result]]. Lists are named as in JSON, also for XML. \
                A range after a list gives a part of it: {M,N} from M to before N, {M,} from M on, {,N} the first N, {N} just that one.""");
        html.close();
        html.element("p", """
                Without tree, ?depth=1 shows objects one level further down, and so on; each level can be many times as large as the \
                one before.""");
    }
}
