package hobson.client;

import java.util.List;
import java.util.Map;

/** Who may use the server. */
public final class Users {
    private final Resource server;

    Users(Resource server) {
        this.server = server;
    }

    /** Everybody that the server knows; a Jenkins since 2.452 needs a plug-in for it. */
    public List<Person> people() {
        return server.child("asynchPeople/")
                .tree(Person.TREE)
                .each("users")
                .map(Person::of)
                .toList();
    }

    /**
     * Makes an account in the server's own list of users.
     *
     * @throws HobsonException.Conflict when there is one of that name
     * @throws HobsonException.BadRequest when the name or the password cannot be one
     */
    public User create(String id, String password, String fullName, String mail) {
        var fields = Map.of(
                "username", id, "password1", password, "password2", password, "fullname", fullName, "email", mail);
        var answer = server.post("securityRealm/createAccountByAdmin", fields);
        if (answer.status() == 200) { // the form again, with what is wrong in it
            throw Failures.inForm("The server makes no account " + id, answer);
        }
        return user(id);
    }

    /** An account, whether it exists or not. */
    public User user(String id) {
        return new User(server.child("user/" + ItemPath.encoded(id) + "/"));
    }

    /** The account of the caller. */
    public User me() {
        return new User(server.child("me/"));
    }
}
