package hobson.cli.definition;

import hobson.cli.session.CommandFailure;
import hobson.cli.session.ExitCode;
import hobson.cli.session.Failures;
import hobson.client.Document;
import hobson.client.HobsonException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Makes all changes of a plan, or none: when one fails, those before it are taken back, the newest first. Each change is conditional
 * on what the plan saw, so that nothing that somebody else has changed since is overwritten. Ctrl-C is a failure like another; a
 * killed process or a lost connection leaves what was done so far, which the next apply goes on from.
 *
 * <p>What cannot be taken back is the history of a job that was deleted; therefore deletions are last.
 */
final class Transaction {
    private static final String DOUBT = " Perhaps the server has done it: --plan shows that. ";

    private final LiveDefinitions live;
    private final Consumer<String> said;
    private final Deque<Change> performed = new ArrayDeque<>();
    private volatile boolean interrupted;

    /** @param said is told what is done */
    Transaction(LiveDefinitions live, Consumer<String> said) {
        this.live = live;
        this.said = said;
    }

    /** @throws CommandFailure when it was not possible; the sentence says what was taken back */
    void perform(List<Change> changes) {
        var end = new CountDownLatch(1);
        var hook = Thread.ofPlatform().unstarted(() -> {
            interrupted = true;
            awaitQuietly(end);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            changes.forEach(this::step);
        } catch (CommandFailure e) {
            if (!interrupted) {
                throw e;
            }
            said.accept(
                    String.valueOf(e.getMessage())); // while the program still may: whoever caught it could be too late
            throw new CommandFailure(ExitCode.INTERRUPTED, "Interrupted.");
        } finally {
            end.countDown();
            if (!interrupted) {
                removeQuietly(hook);
            }
        }
    }

    private static void awaitQuietly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeQuietly(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the end has begun: it waits for nothing any more
        }
    }

    private void step(Change change) {
        try {
            if (interrupted) {
                throw new CommandFailure(ExitCode.INTERRUPTED, "Interrupted before " + change.address() + ".");
            }
            perform(change);
            performed.push(change);
            said.accept(PlanPrinter.done(change) + " " + change.address());
        } catch (RuntimeException e) { // whatever it is: half of a plan is nobody's wish
            var failure = Failures.of(e);
            throw new CommandFailure(
                    failure.exitCode(),
                    change.address() + ": " + failure.sentence() + (isDoubtful(e) ? DOUBT : " ") + takeBack());
        }
    }

    /** Whether the server may have done it. */
    private static boolean isDoubtful(RuntimeException e) {
        return e instanceof HobsonException.TimedOut
                || (e instanceof HobsonException.ConnectionFailure failure && !failure.unsent());
    }

    private void perform(Change change) {
        switch (change) {
            case Change.Create create -> live.create(create.address(), create.text());
            case Change.Update update ->
                live.update(update.address(), update.before().withText(update.text()));
            case Change.Delete delete -> {
                if (!isStill(
                        delete.address(),
                        live.read(delete.address()),
                        delete.before().text())) {
                    throw new CommandFailure(ExitCode.CONFLICT, "it has been changed since it was compared.");
                }
                checkEmpty(delete.address(), delete.before().text());
                live.delete(delete.address());
            }
        }
    }

    private static boolean isStill(Address address, Document now, String text) {
        return now.text().equals(text)
                || Comparison.of(address.kind(), now.text(), text).isNone();
    }

    private String takeBack() {
        if (performed.isEmpty()) {
            return "Nothing before it was changed.";
        }
        var stuck = new ArrayList<String>();
        var lost = new ArrayList<String>();
        while (!performed.isEmpty()) {
            var change = performed.pop();
            try {
                takeBack(change).ifPresent(lost::add);
            } catch (RuntimeException e) {
                stuck.add(change.address() + " (" + Failures.of(e).sentence() + ")");
            }
        }
        var history = lost.isEmpty() ? "" : " The builds of " + String.join(", ", lost) + " are gone.";
        return stuck.isEmpty()
                ? "Everything was taken back." + history
                : "These could not be taken back: " + String.join("; ", stuck) + "." + history;
    }

    /** @return what is not as it was all the same */
    private Optional<String> takeBack(Change change) {
        switch (change) {
            case Change.Create create -> {
                checkOurs(create.address(), live.read(create.address()), create.text());
                checkEmpty(create.address(), create.text());
                live.delete(create.address());
            }
            case Change.Update update -> {
                var now = live.read(update.address());
                checkOurs(update.address(), now, update.text());
                live.update(update.address(), now.withText(update.before().text()));
            }
            case Change.Delete delete -> {
                live.create(delete.address(), delete.before().text());
                return delete.address().kind() == Kind.ITEM
                                && !Folders.isPlain(
                                        DocumentText.plain(delete.before().text())
                                                .root())
                        ? Optional.of(delete.address().path().toString())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What is in a folder that is to go has gone before; anything else somebody has put there since. */
    private void checkEmpty(Address address, String text) {
        boolean folder = address.kind() == Kind.ITEM
                && Folders.isPlain(DocumentText.plain(text).root());
        if (folder && !live.isEmpty(address)) {
            throw new CommandFailure(ExitCode.CONFLICT, "somebody else has put something into it since.");
        }
    }

    /** A Jenkins writes documents anew, so that there only a version could tell; it has none. */
    private static void checkOurs(Address address, Document now, String text) {
        if (now.version().isPresent() && !isStill(address, now, text)) {
            throw new CommandFailure(ExitCode.CONFLICT, "somebody else has changed it since");
        }
    }
}
