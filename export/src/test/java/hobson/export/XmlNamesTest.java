package hobson.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlNamesTest {

    @ParameterizedTest
    @CsvSource({
        "hudson.model.Hudson,hudson",
        "hudson.model.FreeStyleProject,freeStyleProject",
        "hudson.model.Hudson$MasterComputer,masterComputer",
        "hudson.model.Label$1,label",
        "x.URLName,URLName",
        "Q,q",
        "a.B$C$12$3,c"
    })
    void ofClass_binaryName_isItsDecapitalisedSimpleName(String className, String element) {
        assertThat(XmlNames.ofClass(className)).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource({
        "jobs,job",
        "causes,cause",
        "activities,activity",
        "classes,classe",
        "series,sery",
        "status,statu",
        "children,children",
        "property,property",
        "ies,y",
        "s,''"
    })
    void singular_name_losesItsEnding(String name, String singular) {
        assertThat(XmlNames.singular(name)).isEqualTo(singular);
    }

    @ParameterizedTest
    @CsvSource({
        "'',_",
        "9num,num",
        "99,_99",
        "-x,x",
        "--x,_--x",
        "a b,ab",
        "1.2,_1.2",
        "\ud83d\ude00,_",
        "a:b,a:b",
        ":a,:a",
        "' 9',_9",
        "x\u203fy,xy",
        "\u0300x,x",
        "\u4e2d,\u4e2d",
        "x\u00b7,x\u00b7",
        "x\ufb01,x",
        "\u2160x,x"
    })
    void ofKey_anyText_isAName(String key, String name) {
        assertThat(XmlNames.ofKey(key)).isEqualTo(name);
    }
}
