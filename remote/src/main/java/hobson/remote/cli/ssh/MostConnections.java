package hobson.remote.cli.ssh;

import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Sends away who connects when there are so many connections already. */
record MostConnections(int most) implements SessionListener {
    @Override
    public void sessionEstablished(Session session) {
        var connection = session.getIoSession();
        if (connection.getService().getManagedSessions().size() > most) {
            var _ = connection.close(true);
        }
    }
}
