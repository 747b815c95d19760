package hobson.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of Jenkins 2.462 as the conformance kit has them (its section 03-api-query-open). */
class RecordedAnswersTest {
    private static final String HUDSON = "{\"_class\":\"hudson.model.Hudson\"";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String XML = "application/xml;charset=UTF-8";

    private final Answers answers = Answers.ofRecordedRoot();

    @Test
    void json_plain_isTheRecordedDocument() {
        var json = answers.body(Flavour.JSON, "");

        assertThat(json)
                .hasSize(1899 + 16 * (RecordedRoot.BASE.length() - 6))
                .startsWith(HUDSON + """
                ,"assignedLabels":[{"name":"built-in"}],"mode":"NORMAL","nodeDescription":"the Jenkins controller's built-in node",\
                "nodeName":"","numExecutors":2,"description":null,"jobs":[{"_class":"hudson.model.FreeStyleProject","name":"bad",\
                "url":"http://127.0.0.1:8080/job/bad/","color":"red"},""")
                .endsWith("""
                "overallLoad":{},"primaryView":{"_class":"hudson.model.AllView","name":"all","url":"http://127.0.0.1:8080/"},\
                "quietDownReason":null,"quietingDown":false,"slaveAgentPort":-1,\
                "unlabeledLoad":{"_class":"jenkins.model.UnlabeledLoadStatistics"},"url":null,"useCrumbs":true,"useSecurity":false,\
                "views":[{"_class":"hudson.model.AllView","name":"all","url":"http://127.0.0.1:8080/"},\
                {"_class":"hudson.model.ListView","name":"v1","url":"http://127.0.0.1:8080/view/v1/"}]}""");
    }

    @Test
    void python_plain_differsInThreeWords() {
        var json = answers.body(Flavour.JSON, "");

        assertThat(answers.body(Flavour.PYTHON, ""))
                .isEqualTo(json.replace("null", "None").replace("true", "True").replace("false", "False"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tree=jobs[name]{1}|,\"jobs\":[{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"conc\"}]}",
                "tree=jobs[name]{0,1}&depth=x|,\"jobs\":[{\"_class\":\"hudson.model.FreeStyleProject\",\"name\":\"bad\"}]}",
                "tree=mode,nodeName|,\"mode\":\"NORMAL\",\"nodeName\":\"\"}",
                "tree=primaryView|,\"primaryView\":{\"_class\":\"hudson.model.AllView\"}}",
                "tree=mode[x]|,\"mode\":\"NORMAL\"}",
                "tree=_class|}",
                "tree=nosuch|}",
                "tree=JOBS[name]|}",
                "tree=mode,%20jobs[name]|,\"mode\":\"NORMAL\"}",
                "tree=jobs[name]{100,200}|,\"jobs\":[]}",
                "tree=jobs[name]{5,2}|,\"jobs\":[]}",
                "tree=mode&xpath=//job[1]/name|,\"mode\":\"NORMAL\"}",
                "tree=mode&tree=jobs|,\"mode\":\"NORMAL\"}",
            })
    void json_tree_isTheRecordedDocument(String query, String rest) {
        assertThat(answers.body(Flavour.JSON, query)).isEqualTo(HUDSON + rest);
    }

    @ParameterizedTest
    @CsvSource({
        "tree=jobs[name]{,}",
        "tree=jobs[name]{}",
        "'tree=jobs[name]{-1,2}'",
        "'tree=jobs[name]{a,b}'",
        "'tree=jobs{0,1}[name]'",
        "tree=",
        "'tree=,'",
        "tree=jobs[",
        "tree=jobs[]",
        "tree=jobs]",
        "tree=jobs[name]]",
        "tree=[name]",
        "'tree=jobs[name],'",
        "'tree=jobs[name]{0,2}{0,1}'",
        "tree=x{",
        "tree=jobs[name]{1",
        "'tree=jobs[name]{1,'",
        "depth=abc",
        "depth="
    })
    void json_whatIsAnErrorThere_isRefusedHere(String query) {
        var answer = answers.ask(Flavour.JSON, query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo(TEXT);
        assertThat(Answers.text(answer)).contains(query.startsWith("depth") ? "must be a number" : "expected ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xpath=//job[1]/name&wrapper=names|<names><name>bad</name></names>",
                "xpath=//nosuch&wrapper=names|<names/>",
                "xpath=//job/name/text()&wrapper=w|<w>badconcdownfilepokparquietrunpslowstucktokunstup</w>",
                "xpath=/hudson/@_class|' _class=\"hudson.model.Hudson\"'",
                "xpath=//view/@_class&wrapper=w|<w _class=\"hudson.model.AllView\" _class=\"hudson.model.ListView\"/>",
                "xpath=//job[color=\"red\"]/name&wrapper=w|<w><name>bad</name></w>",
                "xpath=//job[name=\"ok\"]/url|<url>http://127.0.0.1:8080/job/ok/</url>",
                "xpath=//name&wrapper=w&tree=jobs[name]{0,2}|<w><name>bad</name><name>conc</name></w>",
                "xpath=//nodeName|<nodeName/>",
                "xpath=//nodeDescription|<nodeDescription>the Jenkins controller's built-in node</nodeDescription>",
                "exclude=//job/url&exclude=//job/color&xpath=//job[2]|"
                        + "<job _class=\"hudson.model.FreeStyleProject\"><name>conc</name></job>",
                "xpath=/*/namespace::*|''",
            })
    void xml_xpath_isTheRecordedXml(String query, String body) {
        assertThat(answers.body(Flavour.XML, query)).isEqualTo(body);
        assertThat(answers.ask(Flavour.XML, query).contentType()).isEqualTo(XML);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "//job[1]/name/text()|bad",
                "string(//nosuch)|''",
                "concat(//job[1]/name,\"-\",//job[2]/name)|bad-conc",
                "1=1|true",
                "//job/name=\"ok\"|true",
                "count(//job)|13.0",
                "1%2B1|2.0",
                "1 div 3|0.3333333333333333",
                "number(//nosuch)|NaN",
                "10000000000|1.0E10",
                "lower-case('AbC')|abc",
                "ends-with('ab','b')|true",
            })
    void xml_primitiveXpath_isText(String xpath, String body) {
        var answer = answers.ask(Flavour.XML, "xpath=" + xpath);

        assertThat(Answers.text(answer)).isEqualTo(body);
        assertThat(answer.contentType()).isEqualTo(TEXT);
        assertThat(answers.ask(Flavour.XML, "xpath=" + xpath, Requester.ORDINARY)
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xpath=//nosuch|404",
                "xpath=//job/comment()|404",
                "xpath=/*/*[0]|404",
                "xpath=//job/name|400",
                "xpath=//job/name/text()|400",
                "xpath=//job[|400",
                "xpath=|400",
                "exclude=|400",
                "exclude=//job[|400",
                "xpath=nosuchfn(//job)|400",
                "xpath=document('file:///etc/hostname')|400",
                "xpath=DOCUMENT('x')|400",
                "xpath=evaluate('1')|400",
                "xpath=$x|400",
                "xpath=a:b|400",
                "xpath=//job/name&wrapper=|400",
                "xpath=//job/name&wrapper=%3Cx%3E|400",
                "xpath=//job/name&wrapper=a%20b|400",
                "xpath=//job/name&wrapper=1a|400",
                "xpath=count(//job)&wrapper=w|400",
                "xpath=/&wrapper=w|400",
                "exclude=count(//job)|400",
                "exclude='x'|400",
                "xpath=substring('a')|400",
                "xpath=count('a')|400",
                "xpath='a'/b|400",
            })
    void xml_refusedXpath_saysWhy(String query, int status) {
        var answer = answers.ask(Flavour.XML, query);

        assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo(TEXT);
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void xml_twoMistakes_theOneThatTheOriginalSeesFirst() {
        assertThat(Answers.text(answers.ask(Flavour.XML, "xpath=//job[&wrapper=%20")))
                .startsWith("Invalid XPath expression");
        assertThat(Answers.text(answers.ask(Flavour.XML, "xpath=//job&exclude=//x[")))
                .contains("//x[");
        assertThat(Answers.text(answers.ask(Flavour.XML, "tree=a[&xpath=//job[")))
                .startsWith("Malformed tree");
    }

    @ParameterizedTest
    @CsvSource({
        "xpath=/",
        "exclude=//nosuch",
        "exclude=/hudson",
        "exclude=//nosuch&wrapper=w",
        "xpath=/&depth=x",
        "xpath=/&depth="
    })
    void xml_wholeDocument_hasADeclaration(String query) {
        var plain = answers.body(Flavour.XML, "");

        assertThat(answers.body(Flavour.XML, query))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + plain.replaceAll("_class='([^']*)'", "_class=\"$1\"")
                                .replaceAll("<(\\w+)([^<>]*)></\\1>", "<$1$2/>"));
    }

    @Test
    void xml_lenientDepth_isTrimmed() {
        assertThat(answers.body(Flavour.XML, "exclude=//x&depth=%201"))
                .isEqualTo(answers.body(Flavour.XML, "exclude=//x&depth=1"));
        assertThat(answers.body(Flavour.XML, "exclude=//x&depth=1")).contains("<inQueue>");
        assertThat(answers.ask(Flavour.XML, "depth=%201").status()).isEqualTo(400);
    }

    @Test
    void jsonp_callback_isCopied() {
        var answer = answers.ask(Flavour.JSON, "jsonp=alert(1)&tree=mode");

        assertThat(Answers.text(answer)).isEqualTo("alert(1)(" + HUDSON + ",\"mode\":\"NORMAL\"})");
        assertThat(answer.contentType()).isEqualTo("text/javascript;charset=UTF-8");
        assertThat(answers.body(Flavour.JSON, "jsonp=&tree=nosuch")).isEqualTo("(" + HUDSON + "})");
        assertThat(answers.ask(Flavour.JSON, "jsonp=cb", Requester.ORDINARY).status())
                .isEqualTo(403);
        assertThat(answers.ask(Flavour.XML, "jsonp=cb", Requester.ORDINARY).status())
                .isEqualTo(200);
    }

    @Test
    void contentTypes_areThoseOnTheWire() {
        assertThat(Stream.of(Flavour.values())
                        .map(flavour -> answers.ask(flavour, "").contentType()))
                .containsExactly(
                        "application/json;charset=utf-8", XML, "text/x-python;charset=UTF-8", "application/xml");
    }
}
