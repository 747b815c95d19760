package hobson.remote.page;

import hobson.http.Request;

/**
 * What a person is told instead of what was asked for.
 *
 * @param title also the heading
 * @param sentence for people and programs
 */
record Message(int status, String title, String sentence) {

    /** One object for programs that ask for JSON, with the members that the servlet container of Jenkins has there. */
    String json(Request request) {
        return "{\n\"message\":" + JsonText.quoted(sentence) + ",\n\"url\":" + JsonText.quoted(request.target())
                + ",\n\"status\":\"" + status + "\"\n}\n";
    }

    String text() {
        return sentence + "\n";
    }
}
