package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The class that an object says it has, encoded once for all flavours (remote-api.md §2.4). */
final class TypeName {
    final String className;

    /** A member, with the comma that the first member of an object leaves away. */
    final byte[] member;

    final byte[] prettyMember;

    /** An attribute up to the end of its tag. */
    final byte[] attribute;

    TypeName(String className) {
        if (!className.matches("[\\p{L}_][\\p{L}\\p{N}_.$]*")) {
            throw new IllegalArgumentException("not the name of a class: '" + className + "'");
        }
        this.className = className;
        this.member = (",\"_class\":\"" + className + "\"").getBytes(UTF_8);
        this.prettyMember = ("\"_class\" : \"" + className + "\"").getBytes(UTF_8);
        this.attribute = (" _class='" + className + "'>").getBytes(UTF_8);
    }
}
