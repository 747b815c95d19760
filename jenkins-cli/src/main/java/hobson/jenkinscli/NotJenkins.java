package hobson.jenkinscli;

import java.io.IOException;

/** What answers at the address is no Jenkins, and nothing that takes its commands: exit code 3. */
final class NotJenkins extends IOException {
    private static final long serialVersionUID = 1L;

    NotJenkins(String sentence) {
        super(sentence);
    }
}
