package hobson.engine.user;

/** What one object says of the permissions to it. */
public record OwnGrants(Inheritance inheritance, Grants grants) {

    /** What holds besides the object's own grants ({@code security.md §8.2}). */
    public enum Inheritance {
        /** What holds for the folder that it is in. */
        PARENT,
        /** What holds for the server, whatever the folders between say. */
        GLOBAL,
        /** Nothing, but that an administrator stays one. */
        NONE
    }
}
