package hobson.server.configuration;

import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What is written at one place of the file, to be read as the type that belongs there.
 *
 * @param path the keys that lead there, {@code jenkins.mode}
 */
record Value(Source source, String path, Node node) {

    BadConfiguration wrong(String what) {
        return source.wrong(node, "'" + path + "' " + what);
    }

    boolean isAbsent() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return source.expand(node, scalar.getValue());
        }
        throw wrong("is a text, not a " + kind());
    }

    int number(int least, int most) {
        return Math.toIntExact(number((long) least, most));
    }

    long number(long least, long most) {
        try {
            long number = Long.parseLong(text());
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for one out of range
        }
        throw wrong("is a number from " + least + " to " + most + ", not '" + text() + "'");
    }

    boolean flag() {
        return switch (text().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            case String other -> throw wrong("is true or false, not '" + other + "'");
        };
    }

    List<Value> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> new Value(source, path + "[]", element))
                    .toList();
        }
        throw wrong("is a list, not a " + kind());
    }

    Section section(String... known) {
        return Section.read(this, List.of(known));
    }

    String kind() {
        return switch (node.getNodeType()) {
            case MAPPING -> "mapping";
            case SEQUENCE -> "list";
            case SCALAR -> "single value";
            case ANCHOR -> "reference";
        };
    }
}
