package hobson.remote.read;

import hobson.engine.node.Computer;
import hobson.engine.node.Computers;
import hobson.engine.node.LabelExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label, or a condition on labels, in one answer. Used by one thread. */
final class ShownLabel {
    private final String name;
    private final boolean atom;
    private @Nullable List<Computer> carriers;

    private ShownLabel(String name, boolean atom) {
        this.name = name;
        this.atom = atom;
    }

    /** One that a node carries, whatever characters it is made of. */
    static ShownLabel atom(String name) {
        return new ShownLabel(name, true);
    }

    /** As somebody wrote it. */
    static ShownLabel of(String text, Computers computers) {
        boolean carried =
                computers.all().stream().anyMatch(computer -> computer.labels().contains(text));
        return carried ? atom(text) : new ShownLabel(LabelText.normal(text), false);
    }

    String name() {
        return name;
    }

    String className() {
        return atom ? LabelText.ATOM : LabelText.className(name);
    }

    /** The nodes that fulfil it; looked for once. */
    List<Computer> carriers(Computers computers) {
        var known = carriers;
        if (known == null) {
            known = atom
                    ? computers.all().stream()
                            .filter(computer -> computer.labels().contains(name))
                            .toList()
                    : computers.of(LabelExpression.parse(name));
            carriers = known;
        }
        return known;
    }
}
