package hobson.server.wire;

/** Documents of jobs. */
final class Project {
    private Project() {}

    static String of(String... elements) {
        return "<project>" + String.join("", elements) + "</project>";
    }

    static String shell(String command) {
        return "<builders><hudson.tasks.Shell><command>#!/bin/sh\n" + escaped(command)
                + "</command></hudson.tasks.Shell></builders>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    static String archive(String pattern) {
        return "<publishers><hudson.tasks.ArtifactArchiver><artifacts>" + pattern
                + "</artifacts></hudson.tasks.ArtifactArchiver></publishers>";
    }

    static String parameters(String... definitions) {
        return "<properties><hudson.model.ParametersDefinitionProperty><parameterDefinitions>"
                + String.join("", definitions)
                + "</parameterDefinitions></hudson.model.ParametersDefinitionProperty></properties>";
    }

    /** @param kind as in {@code hudson.model.<kind>ParameterDefinition} */
    static String parameter(String kind, String name, String more) {
        var element = "hudson.model." + kind + "ParameterDefinition";
        return "<" + element + "><name>" + name + "</name>" + more + "</" + element + ">";
    }

    static String string(String name, String value) {
        return parameter("String", name, "<defaultValue>" + value + "</defaultValue>");
    }
}
