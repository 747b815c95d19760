package hobson.cli.diff;

/** One line on the way from a document to another. */
record Edit(Kind kind, Line line) {
    enum Kind {
        SAME("  "),
        GONE("- "),
        NEW("+ ");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    boolean isChange() {
        return kind != Kind.SAME;
    }

    String text() {
        return kind.sign + line.text();
    }
}
