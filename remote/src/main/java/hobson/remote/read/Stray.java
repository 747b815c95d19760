package hobson.remote.read;

import hobson.http.Request;
import hobson.http.Response;
import hobson.remote.page.Pages;

/** What is said below a build where nothing is: not the usual page, but a way back to the build (remote-api.md §7.4). */
final class Stray {
    private static final String PAGE = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Not found</title>"
            + "<meta http-equiv=\"refresh\" content=\"1;url=..\"></head><body>Not found</body></html>\n";

    private final Pages pages;

    Stray(Pages pages) {
        this.pages = pages;
    }

    Response answer(Request request) {
        return pages.identified(Response.html(404, PAGE));
    }
}
