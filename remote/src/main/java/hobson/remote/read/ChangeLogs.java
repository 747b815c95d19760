package hobson.remote.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Reader;
import hobson.engine.scm.Sources;
import hobson.engine.user.User;
import hobson.engine.user.Users;
import hobson.export.Budget;
import hobson.export.Exporter;
import hobson.export.Flavour;
import hobson.export.Query;
import hobson.export.Rendering;
import hobson.export.Requester;
import hobson.export.Subject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What changed between builds, for who does not ask the API ({@code cli.md §7.3}). */
public final class ChangeLogs {
    private final Users users;
    private final ChangeSets changeSets;
    private final Exporter exporter = new Exporter(Budget.DEFAULT, System::nanoTime);

    public ChangeLogs(Users users) {
        this.users = users;
        this.changeSets = new ChangeSets(users);
    }

    /** The change set as the API shows it. */
    public String xml(Sources sources, Reader reader) throws IOException {
        var subject = new Subject<>(changeSets.git(), sources, reader);
        var rendering = exporter.render(subject, Query.plain(Flavour.XML), Requester.SECURE);
        return switch (rendering) {
            case Rendering.Whole whole -> new String(whole.body(), UTF_8);
            case Rendering.Stream stream -> {
                var bytes = new ByteArrayOutputStream();
                stream.writeTo(bytes);
                yield bytes.toString(UTF_8);
            }
        };
    }

    /** How the account of a commit's author is called. */
    public String fullName(Sources.Author author) {
        return changeSets.fullName(author);
    }

    /** The id of that account; the author's name when there is none. */
    public String id(Sources.Author author) {
        return users.find(author.name()).map(User::id).orElse(author.name());
    }
}
