package hobson.remote.cli.ssh;

import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** The only kind of channel: without variables, which commands have no use for and of which there is no end. */
final class CommandChannels extends ChannelSessionFactory {
    @Override
    public Channel createChannel(Session session) {
        return new CommandChannel();
    }

    private static final class CommandChannel extends ChannelSession {
        @Override
        protected RequestHandler.Result handleEnv(Buffer buffer, boolean wantReply) {
            return RequestHandler.Result.ReplyFailure;
        }
    }
}
