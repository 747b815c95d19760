package hobson.server;

import hobson.remote.log.RecentLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps the newest lines of the log in memory: at most some hundred, each of at most some thousand characters. */
final class LogRing extends Handler implements RecentLog {
    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_LOGGERS = 200;

    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Deque<Kept> lines = new ArrayDeque<>();

    /** Held, since a logger that nobody holds forgets its level. */
    private final TreeMap<String, Logger> loggers = new TreeMap<>();

    private record Kept(int level, Line line) {}

    /** Takes in what is logged from now on. */
    LogRing listen() {
        setLevel(Level.ALL);
        var root = Logger.getLogger("");
        root.addHandler(this);
        loggers.put("", root);
        return this;
    }

    @Override
    public void publish(LogRecord record) {
        var message = cut(formatter.formatMessage(record));
        var thrown = record.getThrown();
        var logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        var line = new Line(
                record.getSequenceNumber(),
                record.getInstant(),
                record.getLevel().getName(),
                logger,
                message,
                thrown == null ? "" : cut(trace(thrown)));
        synchronized (lines) {
            lines.addFirst(new Kept(record.getLevel().intValue(), line));
            if (lines.size() > MOST_LINES) {
                lines.removeLast();
            }
        }
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    @Override
    public List<Line> atLeast(String level) {
        int least = Level.parse(level).intValue();
        var found = new ArrayList<Line>();
        synchronized (lines) {
            for (var kept : lines) {
                if (kept.level >= least) {
                    found.add(kept.line);
                }
            }
        }
        return found;
    }

    @Override
    public List<Threshold> levels() {
        synchronized (loggers) {
            return loggers.entrySet().stream()
                    .filter(entry -> entry.getValue().getLevel() != null)
                    .map(entry -> new Threshold(
                            entry.getKey(), entry.getValue().getLevel().getName()))
                    .sorted(Comparator.comparing(Threshold::logger))
                    .toList();
        }
    }

    @Override
    public void set(Threshold threshold) {
        synchronized (loggers) {
            if (!loggers.containsKey(threshold.logger()) && loggers.size() >= MOST_LOGGERS) {
                throw new IllegalArgumentException(
                        "There are levels for " + MOST_LOGGERS + " loggers already; they are forgotten at a restart");
            }
            loggers.computeIfAbsent(threshold.logger(), Logger::getLogger).setLevel(Level.parse(threshold.level()));
        }
    }

    @Override
    public void flush() {
        // in memory
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
