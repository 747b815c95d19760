package hobson.export;

/**
 * What is shown, to whom.
 *
 * @param schema describes the object
 * @param object the root of the answer
 * @param reader handed to every getter: who asks, from where
 */
public record Subject<T, C>(Schema<? super T, ? super C> schema, T object, C reader) {}
