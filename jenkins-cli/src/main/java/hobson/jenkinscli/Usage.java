package hobson.jenkinscli;

/** What is said to who has not said enough. */
final class Usage {
    private Usage() {}

    static final String TEXT = """
            Usage: java -jar jenkins-cli.jar [-s URL] [OPTION...] COMMAND [ARGUMENT...]

              -s URL                the server (default: $JENKINS_URL)
              -webSocket            connect by WebSocket (default)
              -http                 connect by a pair of HTTP requests
              -ssh                  connect by SSH; needs -user
              -auth USER:SECRET     password or API token; -auth @FILE reads both from a file
                                    (default: $JENKINS_USER_ID and $JENKINS_API_TOKEN)
              -bearer TOKEN         for something in front of the server; -bearer @FILE too
              -noCertificateCheck   believe every certificate
              -user USER            -ssh: log in as this user
              -i KEY                -ssh: a private key (default: those in ~/.ssh); may repeat
              -noKeyAuth            -ssh: offer no key
              -strictHostKey        -ssh: only servers in ~/.ssh/known_hosts
              -logger LEVEL         say more, as -logger FINE
              -version              print the version of this program

            The command help lists what the server can do.
            """;
}
