package hobson.parts.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import hobson.engine.Refusal;
import hobson.engine.build.Result;
import hobson.engine.run.BuildReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads one report. What it does not know it skips. */
final class RunReader {
    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_NAME = 4_000;
    private static final int LONGEST_DESCRIPTION = 1 << 20;
    private static final Pattern EXIT_CODE = Pattern.compile("[+-]?\\d{1,20}");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{1,15}");

    /** What one of the two attributes of a log says; the other one names the charset of what was printed. */
    private static final String HEXADECIMAL = "hexBinary";

    private final XMLStreamReader2 reader;
    private final OutputStream log;
    private @Nullable Result result;
    private long duration;
    private @Nullable String displayName;
    private @Nullable String description;

    RunReader(XMLStreamReader2 reader, OutputStream log) {
        this.reader = reader;
        this.log = log;
    }

    BuildReport read() throws XMLStreamException, IOException {
        if (!next() || !reader.getLocalName().equals("run")) {
            throw Refusal.badInput("A report's root is <run>.");
        }
        while (next()) {
            switch (reader.getLocalName()) {
                case "log" -> log();
                case "result" -> result = result(text(LONGEST_WORD).strip());
                case "duration" -> duration = duration(text(LONGEST_WORD).strip());
                case "displayName" -> displayName = text(LONGEST_NAME).strip();
                case "description" -> description = text(LONGEST_DESCRIPTION);
                default -> reader.skipElement();
            }
        }
        while (reader.hasNext()) {
            reader.next();
        }
        if (result == null) {
            throw Refusal.badInput("A report needs a <result>.");
        }
        return new BuildReport(
                result, duration, displayName == null || displayName.isEmpty() ? null : displayName, description);
    }

    /** Goes to the next element inside; false at the end of the one around it. */
    private boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.DTD -> throw Refusal.badInput("A report declares no document type.");
                default -> {} // comments, white space
            }
        }
        return false;
    }

    /** What is done with a piece of text. */
    @FunctionalInterface
    private interface Pieces {
        void add(char[] characters, int start, int count) throws IOException;
    }

    /** Hands over the text of the element; elements inside are skipped. */
    private void texts(Pieces pieces) throws XMLStreamException, IOException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    pieces.add(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.START_ELEMENT -> reader.skipElement();
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw Refusal.badInput("A report declares no entities, so it can use none.");
                default -> {} // comments
            }
        }
    }

    private String text(int longest) throws XMLStreamException, IOException {
        var name = reader.getLocalName();
        var text = new StringBuilder();
        texts((characters, start, count) -> {
            if (text.length() + count > longest) {
                throw Refusal.badInput("The <" + name + "> of a report has at most " + longest + " characters.");
            }
            text.append(characters, start, count);
        });
        return text.toString();
    }

    private void log() throws XMLStreamException, IOException {
        var charset = charset();
        if (charset.equals(UTF_8)) {
            log(log);
        } else {
            var recoded = new RecodedOutput(charset, log);
            log(recoded);
            recoded.finish();
        }
    }

    private void log(OutputStream out) throws XMLStreamException, IOException {
        var bytes = new HexBytes(out);
        texts(bytes::append);
        bytes.finish();
    }

    /** Clients disagree on which of the attributes says what. */
    private Charset charset() {
        var name = attribute("content-encoding");
        if (name == null || name.equalsIgnoreCase(HEXADECIMAL)) {
            name = attribute("encoding");
        }
        try {
            return name == null || name.equalsIgnoreCase(HEXADECIMAL) ? UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.badInput("The report's log is in a charset that this server does not know.");
        }
    }

    private @Nullable String attribute(String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Result result(String text) {
        if (EXIT_CODE.matcher(text).matches()) {
            return ZERO.matcher(text).matches() ? Result.SUCCESS : Result.FAILURE;
        }
        var name = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.badInput(
                        "The <result> of a report is an exit code or the name of a result, not ‘" + text + "’."));
    }

    private static long duration(String text) {
        if (!MILLISECONDS.matcher(text).matches()) {
            throw Refusal.badInput("The <duration> of a report is a number of milliseconds, not ‘" + text + "’.");
        }
        return Long.parseLong(text);
    }
}
