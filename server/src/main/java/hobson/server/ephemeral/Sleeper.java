package hobson.server.ephemeral;

import hobson.engine.time.Alarm;
import java.util.concurrent.locks.Condition;

/** One thread's sleep in virtual time. */
final class Sleeper implements Alarm {
    private final Sleepers all;
    private final boolean resident;
    private final Condition woken;
    final long number;
    long due = NEVER;
    private boolean asleep;
    private boolean rung;

    /**
     * @param resident whether the thread does nothing but what this tells it to: it counts as awake from now until it is interrupted.
     *     Any other counts by itself while it does not sleep here.
     */
    Sleeper(Sleepers all, boolean resident) {
        this.all = all;
        this.resident = resident;
        this.woken = all.lock.newCondition();
        this.number = all.number();
        if (resident) {
            all.rises(false);
        }
    }

    @Override
    public void ring() {
        all.lock.lock();
        try {
            if (asleep) {
                wake();
            } else {
                rung = true;
            }
        } finally {
            all.lock.unlock();
        }
    }

    /** Under the lock. */
    void wake() {
        all.remove(this);
        asleep = false;
        all.rises(!resident);
        woken.signal();
    }

    @Override
    public void await(long until) throws InterruptedException {
        all.lock.lock();
        try {
            if (!rung && !all.isOver(until) && !all.isEnded()) {
                sleep(until);
            }
            rung = false;
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        } catch (InterruptedException e) {
            if (resident) {
                all.retires(false);
            }
            throw e;
        } finally {
            all.lock.unlock();
        }
    }

    private void sleep(long until) throws InterruptedException {
        due = until;
        asleep = true;
        all.add(this);
        all.retires(!resident);
        try {
            while (asleep) {
                woken.await();
            }
        } catch (InterruptedException e) {
            if (asleep) {
                wake();
            }
            throw e;
        }
    }
}
