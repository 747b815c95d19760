package hobson.export;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The name of a member, encoded once for all flavours. */
final class Name {
    /** Of a member of an object in {@code tree}, JSON and Python. */
    final String text;

    /** Comma, quoted name, colon; the first member of an object leaves the comma away. */
    final byte[] member;

    /** Quoted name and colon with blanks around it. */
    final byte[] prettyMember;

    final Element element;

    /** For one item where the value is a list. */
    final Element item;

    private Name(String text, String elementName, boolean listed) {
        this.text = text;
        this.member = (",\"" + quotable(text) + "\":").getBytes(UTF_8);
        this.prettyMember = ("\"" + quotable(text) + "\" : ").getBytes(UTF_8);
        this.element = new Element(elementName);
        this.item = listed ? new Element(XmlNames.singular(elementName)) : element;
    }

    static Name ofProperty(String text) {
        if (!text.matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
            throw new IllegalArgumentException("not a property name: '" + text + "'");
        }
        return new Name(text, text, true);
    }

    /** An entry of a map: any text. In JSON it is escaped as far as the document would break without. */
    static Name ofKey(String key) {
        return new Name(key, XmlNames.ofKey(key), true);
    }

    static Name ofRoot(String elementName) {
        return new Name(elementName, elementName, false);
    }

    private static String quotable(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaks = c < ' ' || c == '"' || c == '\\';
            if (breaks && escaped == null) escaped = new StringBuilder(text.length() + 8).append(text, 0, i);
            if (escaped == null) continue;
            if (c < ' ') escaped.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            else escaped.append(breaks ? "\\" : "").append(c);
        }
        return escaped == null ? text : escaped.toString();
    }

    /** The tags of an XML element. */
    static final class Element {
        final String name;

        /** {@code <name>}; without its last byte when attributes follow. */
        final byte[] open;

        final byte[] close;

        Element(String name) {
            this.name = name;
            this.open = ("<" + name + ">").getBytes(UTF_8);
            this.close = ("</" + name + ">").getBytes(UTF_8);
        }
    }
}
