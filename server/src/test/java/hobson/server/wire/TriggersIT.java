package hobson.server.wire;

import static hobson.server.wire.Project.parameters;
import static hobson.server.wire.Project.shell;
import static hobson.server.wire.Project.string;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code build} and {@code buildWithParameters}: methods, statuses, places, tokens, delays. */
class TriggersIT {
    @RegisterExtension
    static final WireServer SERVER = WireServer.open();

    private static final String LATER = "delay=900sec";
    private static WireClient client = new WireClient("");

    @BeforeAll
    static void createJobs() throws Exception {
        client = SERVER.client().withCrumb();
        var asks = parameters(string("A", "a"), string("B", "b"));
        for (var job : new String[] {"plain", "merging", "shortened", "waits"}) {
            client.create(job, Project.of(shell("true")));
        }
        client.create("asks", Project.of(asks));
        client.create("folding", Project.of(asks));
        client.create("off", Project.of("<disabled>true</disabled>"));
        client.create("tokened", Project.of("<authToken>sesame</authToken>"));
        client.create("secretive", Project.of(asks, "<authToken>sesame</authToken>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST   | plain/build?delay=900sec                      | 201
            POST   | plain/build?token=any&delay=900sec            | 201
            POST   | plain/build?A=undeclared&delay=900sec         | 201
            GET    | plain/build                                   | 405
            PUT    | plain/build                                   | 405
            POST   | plain/buildWithParameters                     | 400
            GET    | plain/buildWithParameters                     | 405
            POST   | asks/build                                    | 400
            GET    | asks/build                                    | 405
            POST   | asks/buildWithParameters?delay=900sec         | 201
            GET    | asks/buildWithParameters                      | 405
            PUT    | asks/buildWithParameters                      | 405
            POST   | off/build                                     | 409
            POST   | off/buildWithParameters                       | 409
            GET    | off/build                                     | 405
            POST   | nowhere/build                                 | 404
            POST   | nowhere/buildWithParameters                   | 404
            GET    | tokened/build?token=sesame&delay=900sec       | 201
            POST   | tokened/build?token=sesame&delay=900sec       | 201
            POST   | tokened/build?delay=900sec                    | 201
            GET    | tokened/build                                 | 405
            GET    | tokened/build?token=wrong                     | 403
            POST   | tokened/build?token=wrong                     | 403
            POST   | tokened/build?token=                          | 403
            POST   | tokened/build?token=sesam                     | 403
            GET    | secretive/build?token=sesame                  | 405
            GET    | secretive/buildWithParameters?token=sesame&delay=900sec | 201
            GET    | secretive/buildWithParameters?token=wrong     | 403
            """)
    void trigger_methodAndToken_decide(String method, String path, int status) throws Exception {
        var answer = client.send(method, "job/" + path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 201) {
            assertThat(answer.header("Location")).matches(SERVER.url() + "queue/item/\\d+/");
            assertThat(answer.bytes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain/build", "asks/buildWithParameters", "tokened/build"})
    void trigger_getWithoutToken_saysWhatIsAllowed(String path) throws Exception {
        assertThat(client.get("job/" + path).header("Allow")).isEqualTo("POST");
    }

    @Test
    void trigger_location_isBuiltFromTheAddressAskedFor() throws Exception {
        var local = new WireClient(SERVER.url().replace("127.0.0.1", "localhost")).withCrumb();

        assertThat(local.post("job/plain/build?" + LATER).header("Location")).startsWith("http://localhost:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asks/build                                             | Nothing is submitted
            asks/build?delay=0sec                                  | This page expects a form submission
            asks/build?A=1                                         | This page expects a form submission
            asks/build?json=                                       | This page expects a form submission
            asks/build?json=%7B                                    | json
            asks/build?json=%5B%5D                                 | json
            asks/build?json=%7B%22parameter%22:%7B%22name%22:%22NOPE%22,%22value%22:%22x%22%7D%7D | No such parameter definition: NOPE
            asks/build?json=%7B%22parameter%22:%7B%22name%22:%22A%22%7D%7D | Cannot retrieve the parameter value: A
            asks/buildWithParameters?A=1&A=2                       | Illegal number of parameter values for A: 2
            plain/build?delay=5min                                 | Invalid time duration value: 5min
            plain/build?delay=abc                                  | Invalid time duration value: abc
            plain/build?delay=1.5sec                               | Invalid time duration value: 1.5sec
            """)
    void trigger_badInput_isOneSentence(String path, String sentence) throws Exception {
        var answer = client.post("job/" + path);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    void trigger_equalOneWaits_isFoldedIntoIt() throws Exception {
        var first = client.post("job/merging/build?" + LATER);
        var second = client.post("job/merging/build?" + LATER);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.item()).isEqualTo(first.item());
        assertThat(first.header("X-Queue-Merged")).isEmpty();
        assertThat(second.header("X-Queue-Merged")).isEqualTo("true");
    }

    @Test
    void triggerWithParameters_equalOneWaits_is303ToIt() throws Exception {
        var path = "job/folding/buildWithParameters?" + LATER + "&A=";
        var first = client.post(path + "same");

        assertThat(client.post(path + "same"))
                .returns(303, Answer::status)
                .returns(first.item(), Answer::item)
                .returns("true", answer -> answer.header("X-Queue-Merged"));
        assertThat(client.post(path + "other"))
                .returns(201, Answer::status)
                .satisfies(answer -> assertThat(answer.item()).isNotEqualTo(first.item()));
    }

    @Test
    void triggerWithForm_equalOneWaits_is302ToTheJob() throws Exception {
        var form = "json=" + WireClient.encoded("{\"parameter\":[{\"name\":\"A\",\"value\":\"form\"}]}");
        client.form("job/folding/build?" + LATER, form);

        var second = client.form("job/folding/build?" + LATER, form);

        assertThat(second.status()).isEqualTo(302);
        assertThat(second.location()).isEqualTo("/job/folding/");
        assertThat(second.header("X-Queue-Merged")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "statusCode":"303","redirectTo":"."    | 303 | /job/asks/
            "statusCode":303,"redirectTo":"1/"     | 303 | /job/asks/1/
            "redirectTo":"http://evil.example/"    | 201 | /queue/item/\\d+/
            "redirectTo":"//evil.example/"         | 201 | /queue/item/\\d+/
            "redirectTo":"/\\\\evil.example/"      | 201 | /queue/item/\\d+/
            "redirectTo":""                        | 201 | /queue/item/\\d+/
            """)
    void triggerWithForm_placeToGoOn_isHonouredWhenSafe(String wishes, int status, String place) throws Exception {
        var value = "{\"name\":\"A\",\"value\":\"" + wishes.hashCode() + "\"}";
        var json = "{\"parameter\":" + value + "," + wishes + "}";

        var answer = client.form("job/asks/build?" + LATER, "json=" + WireClient.encoded(json));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.location()).matches(place);
        assertThat(answer.header("Location")).startsWith(SERVER.url());
    }

    @Test
    void delay_shorterOneComesLater_shortensTheWait() throws Exception {
        var first = client.post("job/shortened/build?" + LATER);

        var second = client.post("job/shortened/build?delay=0sec", "Prefer", "wait=60");

        assertThat(second.item()).isEqualTo(first.item());
        assertThat(second.build()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"900", "0", "0secs", "-5sec", "%200sec%20", "1sec", "1secs"})
    void delay_everyForm_isUnderstood(String delay) throws Exception {
        assertThat(client.start("plain", "build?delay=" + delay)).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | token=sesame&cause=by%20hand | Started by remote host 127.0.0.1 with note: by hand
            POST | token=sesame                 | Started by remote host 127.0.0.1
            POST | cause=by%20hand              | Started by user anonymous
            """)
    void cause_isTheTokensOrTheUsers(String method, String query, String cause) throws Exception {
        client.create("caused" + query.hashCode(), Project.of("<authToken>sesame</authToken>"));

        var answer = client.send(method, "job/caused" + query.hashCode() + "/build?" + LATER + "&" + query);

        assertThat(client.text("queue/item/" + answer.item() + "/api/json?tree=actions[causes[shortDescription]]"))
                .contains("\"shortDescription\":\"" + cause + "\"");
    }

    @Test
    void prefer_itemThatWaits_answersWithoutBuild() throws Exception {
        assertThat(client.post("job/waits/build?" + LATER, "Prefer", "respond-async, wait=0"))
                .returns(201, Answer::status)
                .returns("wait=0", answer -> answer.header("Preference-Applied"))
                .returns("", answer -> answer.header("X-Build-Number"));
    }

    @Test
    void prefer_itemThatStarts_namesItsBuild() throws Exception {
        var answer = client.post("job/waits/build?delay=0sec", "Prefer", "wait=60");

        assertThat(answer.header("X-Build-Url")).isEqualTo(SERVER.url() + "job/waits/" + answer.build() + "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=soon", "wait=-1", "wait=99999999999", "wait", "="})
    void prefer_whatMeansNothing_isIgnored(String wish) throws Exception {
        assertThat(client.post("job/plain/build?" + LATER, "Prefer", wish))
                .returns(201, Answer::status)
                .returns("", answer -> answer.header("Preference-Applied"));
    }
}
