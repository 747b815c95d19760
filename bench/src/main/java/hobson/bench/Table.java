package hobson.bench;

import java.util.List;

/** All rows as one table in Markdown. */
record Table(List<Row> rows) {
    private static final String HEAD = """
            | measure | server | limit of the machine | ratio | must reach | |
            |---|--:|--:|--:|--:|---|
            """;

    Table {
        rows = List.copyOf(rows);
    }

    String markdown() {
        var text = new StringBuilder(HEAD);
        for (var row : rows) {
            cell(text, row.measure());
            cell(text, row.figure());
            cell(text, row.limit());
            cell(text, row.ratio());
            cell(text, row.target());
            cell(text, row.met() ? "met" : "**missed**");
            text.append("|\n");
        }
        return text.toString();
    }

    private static void cell(StringBuilder text, String content) {
        text.append("| ").append(content.replace("|", "\\|")).append(content.isEmpty() ? "" : " ");
    }
}
