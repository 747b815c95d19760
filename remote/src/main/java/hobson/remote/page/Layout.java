package hobson.remote.page;

import java.util.function.Consumer;

/** The frame that every page has: readable on a phone, by keyboard and by a screen reader, in light and dark; no script. */
final class Layout {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:100%/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
            label{display:block;margin-top:1rem}
            input:not([type=checkbox]):not([type=hidden]),textarea{font:inherit;width:100%;box-sizing:border-box;padding:.5rem}
            button{font:inherit;margin-top:1rem;padding:.5rem 1.25rem}
            pre{white-space:pre-wrap}
            th,td{text-align:left;vertical-align:top;padding:.2rem .7rem .2rem 0}
            [role=alert]{border-left:.3rem solid #c00;padding-left:.7rem}
            """;

    private Layout() {}

    /** @param head what follows the title inside the head */
    static String page(String title, Consumer<Html> head, Consumer<Html> body) {
        var html = new Html();
        html.open("html", "lang", "en").open("head");
        html.single("meta", "charset", "utf-8");
        html.single("meta", "name", "viewport", "content", "width=device-width,initial-scale=1");
        html.element("title", title + " [Hobson]");
        head.accept(html);
        html.open("style").text(STYLE).close().close().line();
        html.open("body").open("main").element("h1", title);
        body.accept(html);
        return "<!DOCTYPE html>\n" + html.close().close().close() + "\n";
    }
}
