package hobson.remote.page;

/**
 * What a person is told instead of what was asked for.
 *
 * @param title also the heading
 * @param sentence for people and programs
 */
record Message(int status, String title, String sentence) {

    String text() {
        return sentence + "\n";
    }
}
