package hobson.exec;

import java.io.IOException;

/** The ways to launch, each on any Linux. */
enum Way {
    COMPILED {
        @Override
        Host open() throws IOException {
            return spawning(Supervisor.Compiled.load(libc()).orElseThrow());
        }
    },
    SHELL {
        @Override
        Host open() throws IOException {
            return spawning(new Supervisor.Shell());
        }
    },
    PORTABLE {
        @Override
        Host open() {
            return PortableHost.open();
        }
    };

    abstract Host open() throws IOException;

    LocalLauncher launcher() {
        return new LocalLauncher(this::open);
    }

    static Libc libc() {
        return Libc.find().orElseThrow();
    }

    private static Host spawning(Supervisor supervisor) throws IOException {
        return new SpawningHost(libc(), ProcessWatch.start(libc()), supervisor);
    }
}
