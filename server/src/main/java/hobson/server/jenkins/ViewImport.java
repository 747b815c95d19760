package hobson.server.jenkins;

import hobson.engine.Refusal;
import hobson.engine.user.Caller;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.ViewPath;
import hobson.engine.view.Views;
import hobson.parts.document.Document;
import hobson.parts.document.Element;
import java.util.List;
import java.util.Optional;

/** Takes in views; those of folders are in the documents of the folders. */
final class ViewImport {
    private final Views views;
    private final ViewEdits edits;
    private final ImportReport report;

    ViewImport(Views views, ViewEdits edits, ImportReport report) {
        this.views = views;
        this.edits = edits;
        this.report = report;
    }

    /** @param list of views in the document, if it has one */
    void all(Document document, Optional<Element> list, ViewPath place, String where) {
        for (var element : list.map(Element::children).orElse(List.of())) {
            var name = element.text("name").orElse("");
            try {
                if (views.inside(place).find(name).isPresent()) {
                    report.present("views");
                } else {
                    edits.create(Caller.SYSTEM, place, name, document.part(element));
                    report.taken("views");
                }
            } catch (Refusal e) {
                report.note(where + ", view ‘" + name + "’", String.valueOf(e.getMessage()));
            }
        }
    }
}
