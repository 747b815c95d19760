package hobson.store;

import hobson.engine.Stores;
import hobson.engine.build.BuildStoreContract;
import hobson.engine.build.PastBuildsContract;
import hobson.engine.credential.CredentialStoreContract;
import hobson.engine.event.EventLogContract;
import hobson.engine.fingerprint.FingerprintStoreContract;
import hobson.engine.item.ItemStoreContract;
import hobson.engine.node.NodeStoreContract;
import hobson.engine.queue.QueueStoreContract;
import hobson.engine.scm.LastChangesContract;
import hobson.engine.user.UserStoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts of all stores, for one database. */
abstract class StoreKit {
    @RegisterExtension
    final OpenStores database;

    StoreKit(OpenStores database) {
        this.database = database;
    }

    @Nested
    class ItemStoreKit extends ItemStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class BuildStoreKit extends BuildStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class QueueStoreKit extends QueueStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class UserStoreKit extends UserStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class PastBuildsKit extends PastBuildsContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class CredentialStoreKit extends CredentialStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class NodeStoreKit extends NodeStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class FingerprintStoreKit extends FingerprintStoreContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class LastChangesKit extends LastChangesContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }

    @Nested
    class EventLogKit extends EventLogContract {
        @Override
        protected Stores emptyStores() {
            return database.emptyStores();
        }
    }
}
