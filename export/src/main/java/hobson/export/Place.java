package hobson.export;

/** Where a value stands; it decides about {@code _class} and about values that cannot be shown (remote-api.md §2.4, §2.9). */
enum Place {
    PROPERTY,
    /** Of a list: what cannot be shown is an empty object. */
    ITEM,
    /** Of a map: its class was not declared, so it is always said. */
    ENTRY
}
