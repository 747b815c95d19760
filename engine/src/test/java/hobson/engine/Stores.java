package hobson.engine;

import hobson.engine.build.BuildStore;
import hobson.engine.build.PastBuilds;
import hobson.engine.credential.CredentialStore;
import hobson.engine.event.EventLog;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.item.ItemStore;
import hobson.engine.node.NodeStore;
import hobson.engine.queue.QueueStore;
import hobson.engine.scm.LastChanges;
import hobson.engine.user.UserStore;
import hobson.engine.view.ViewStore;

/** Stores that belong together: what one of them writes the others see. */
public record Stores(
        ItemStore jobs,
        BuildStore builds,
        PastBuilds pastBuilds,
        QueueStore queue,
        UserStore users,
        NodeStore nodes,
        FingerprintStore fingerprints,
        LastChanges lastChanges,
        CredentialStore credentials,
        ViewStore views,
        EventLog events) {}
