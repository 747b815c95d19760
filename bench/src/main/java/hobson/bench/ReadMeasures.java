package hobson.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads over 16 connections, against a server that only sends the bytes. */
final class ReadMeasures {
    private static final int CONNECTIONS = 16;
    private static final String JOB = "/job/job-00500/api/json";
    private static final String LIST = "/api/json?tree=jobs%5Bname,color%5D";
    private static final String XPATH = "/api/xml?xpath=//job%5Bname='job-00500'%5D/color";
    private static final String ENDLESS = "/api/xml?xpath=//*%5Bcount(//*%5Bcount(//*)%3E0%5D)%3E0%5D&wrapper=all";
    private static final int MANY = 100_000;
    private static final String PAGE = "?tree=allBuilds%%5Bnumber,result,timestamp%%5D%%7B%d,%d%%7D";
    private static final double DEADLINE =
            500; // milliseconds: twice what the server allows itself, for the rest of the request

    private final Workshop workshop;
    private final Scale scale;

    ReadMeasures(Workshop workshop, Scale scale) {
        this.workshop = workshop;
        this.scale = scale;
    }

    List<Row> rows() throws IOException {
        var home = FullHome.make(workshop, 1_000);
        FullHome.lengthen(home, MANY);
        try (var server = workshop.serve(home, 0);
                var client = new Client(server.port());
                var bare = workshop.bare(List.of(client.read(JOB), client.read(LIST)))) {
            var rows = new ArrayList<Row>();
            var job = duel(server, JOB, bare, "/0");
            rows.add(Row.part("`GET /job/X/api/json`, 100 builds, 16 connections", job.server(), job.limit(), 40));
            var list = duel(server, LIST, bare, "/1");
            rows.add(Row.part("`GET /api/json?tree=jobs[name,color]`, 1,000 jobs", list.server(), list.limit(), 50));
            rows.add(Row.atLeast("`GET /api/xml?xpath=//job[name='x']/color`, 1,000 jobs", xpath(server), 1_000, "/s"));
            rows.add(page(server, "newest", 0));
            rows.add(page(server, "oldest", MANY - FullHome.BUILDS));
            rows.add(Row.atMost("an XPath that would take minutes is refused after", endless(server), DEADLINE, "ms"));
            return rows;
        }
    }

    private Duel.Outcome duel(Child server, String path, Child bare, String barePath) throws IOException {
        return Duel.fight(scale, time -> get(server, path, time), time -> get(bare, barePath, time));
    }

    /** A page of many builds, against the same page of a job that has no more than these. */
    private Row page(Child server, String which, int from) throws IOException {
        var page = "/job/job-00000/api/json" + PAGE.formatted(from, from + FullHome.BUILDS);
        var all = JOB + PAGE.formatted(0, FullHome.BUILDS);
        var rates = Duel.fight(scale, time -> get(server, page, time), time -> get(server, all, time));
        return Row.part(
                "`allBuilds{m,n}`, the " + which + " 100 of 100,000, to 100 of 100", rates.server(), rates.limit(), 70);
    }

    private double xpath(Child server) throws IOException {
        return Duel.fight(scale, time -> get(server, XPATH, time), _ -> 0).server();
    }

    private static double get(Child server, String path, Duration time) throws IOException {
        var request = Connection.get(path);
        try (var connections = new Connections(server.port(), CONNECTIONS)) {
            return Load.run(CONNECTIONS, time, i -> {
                        var connection = connections.get(i);
                        return () -> requireFine(connection.send(request), path);
                    })
                    .rate();
        }
    }

    private static void requireFine(Connection.Answer answer, String path) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("GET " + path + " was answered by " + answer.status());
        }
    }

    private double endless(Child server) throws IOException {
        var times = new double[scale.rounds()];
        try (var connection = new Connection(server.port())) {
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                int status = connection.send(Connection.get(ENDLESS)).status();
                times[i] = (System.nanoTime() - start) / 1e6;
                if (status < 400) {
                    throw new IOException("an XPath without end was answered by " + status);
                }
            }
        }
        return new Samples(times).percentile(100);
    }
}
