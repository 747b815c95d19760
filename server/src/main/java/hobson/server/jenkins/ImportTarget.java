package hobson.server.jenkins;

import hobson.engine.build.BuildFolders;
import hobson.engine.build.BuildStore;
import hobson.engine.build.PastBuilds;
import hobson.engine.credential.CredentialStores;
import hobson.engine.fingerprint.FingerprintStore;
import hobson.engine.item.ItemRegistry;
import hobson.engine.item.Items;
import hobson.engine.node.Computers;
import hobson.engine.node.Nodes;
import hobson.engine.scm.LastChanges;
import hobson.engine.secret.Vault;
import hobson.engine.test.TestReports;
import hobson.engine.user.Users;
import hobson.engine.view.ViewEdits;
import hobson.engine.view.Views;
import hobson.parts.job.JobDocuments;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where an import puts things: a server that does not run.
 *
 * @param seeds random text for the sessions of accounts
 */
public record ImportTarget(
        ItemRegistry registry,
        Items items,
        JobDocuments documents,
        Views views,
        ViewEdits viewEdits,
        Computers computers,
        Nodes nodes,
        Users users,
        CredentialStores credentials,
        BuildStore builds,
        PastBuilds past,
        BuildFolders folders,
        TestReports tests,
        FingerprintStore fingerprints,
        LastChanges lastChanges,
        Vault vault,
        InstantSource clock,
        Supplier<String> seeds) {}
