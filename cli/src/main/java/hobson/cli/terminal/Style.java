package hobson.cli.terminal;

/** How a word looks on a terminal that has colours. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    CYAN("36");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String around(String text) {
        return code.isEmpty() || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
    }

    /** The one for the result of a build, by its name; anything else is plain. */
    public static Style ofResult(String result) {
        return switch (result) {
            case "SUCCESS" -> GREEN;
            case "UNSTABLE" -> YELLOW;
            case "FAILURE" -> RED;
            case "ABORTED", "NOT_BUILT" -> FAINT;
            case "RUNNING" -> BLUE;
            default -> PLAIN;
        };
    }
}
