package hobson.export;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values without members (remote-api.md §2.5). */
final class SimpleKind<V, C> extends Kind<V, C> {

    @Override
    void write(@Nullable V value, Walk<? extends C> walk, Selection selection, Place place) {
        var sink = walk.sink;
        switch (value) {
            case null -> sink.nothing();
            case String text -> sink.text(text);
            case Boolean bool -> sink.bool(bool);
            case Integer number -> sink.integer(number);
            case Long number -> sink.integer(number);
            case Short number -> sink.integer(number);
            case Double number -> sink.bare(number.toString());
            case Float number -> sink.bare(number.toString());
            case Character character -> sink.bare(character.toString());
            case Enum<?> constant -> sink.text(constant.toString());
            case Instant instant -> sink.integer(instant.toEpochMilli());
            case URL url -> sink.text(url.toString());
            case URI uri -> sink.text(uri.toString());
            default -> walk.unshowable(value, place);
        }
    }

    @Override
    boolean mayFail() {
        return false;
    }
}
