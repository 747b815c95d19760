package hobson.remote.read;

import java.util.ArrayList;
import java.util.List;

/** Build numbers as ranges: {@code 1 2 3 5} is {@code 1–3, 5}. */
record NumberRanges(List<Range> ranges) {

    /** @param end the number after the last one */
    record Range(int start, int end) {}

    /** @param numbers ascending */
    static NumberRanges of(List<Integer> numbers) {
        var ranges = new ArrayList<Range>();
        for (int number : numbers) {
            var last = ranges.isEmpty() ? null : ranges.getLast();
            if (last != null && last.end == number) {
                ranges.set(ranges.size() - 1, new Range(last.start, number + 1));
            } else {
                ranges.add(new Range(number, number + 1));
            }
        }
        return new NumberRanges(ranges);
    }
}
