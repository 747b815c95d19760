package hobson.cli.diff;

/**
 * A line of a document in its plain form.
 *
 * @param place the elements that it is in, outermost first: {@code project/builders}
 */
record Line(String text, String place) {
    boolean says(Line other) {
        return text.equals(other.text);
    }
}
