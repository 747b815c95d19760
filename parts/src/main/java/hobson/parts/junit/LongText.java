package hobson.parts.junit;

/** A text of any length, of which the beginning and the end are kept. For one thread. */
final class LongText {
    private final int ends;
    private final StringBuilder beginning = new StringBuilder();
    private final StringBuilder end = new StringBuilder();
    private long length;

    /** @param ends how many characters of the beginning, and of the end, are kept at most */
    LongText(int ends) {
        this.ends = ends;
    }

    void append(char[] characters, int start, int count) {
        int first = Math.min(count, ends - beginning.length());
        beginning.append(characters, start, first);
        end.append(characters, start + first, count - first);
        length += count;
        if (end.length() > 2L * ends) {
            end.delete(0, end.length() - ends);
        }
    }

    /**
     * The whole, if it is not longer than both ends together; else these with a note of what is missing between them.
     *
     * @param most how many characters of each end are wanted
     */
    String text(int most) {
        int wanted = Math.min(most, ends);
        long missing = length - 2L * wanted;
        if (missing <= 0) {
            return beginning.toString() + end;
        }
        int fromEnd = Math.min(wanted, end.length());
        var last = end.substring(end.length() - fromEnd);
        var before = beginning.substring(beginning.length() - (wanted - fromEnd));
        return beginning.substring(0, wanted) + "\n...[truncated " + missing + " chars]...\n" + before + last;
    }
}
