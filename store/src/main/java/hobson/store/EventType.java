package hobson.store;

/** What is on disk of an event's type and of what its subject is. The codes are never changed or used again. */
enum EventType {
    JOB_CREATED(1, "job.created"),
    JOB_CONFIGURED(2, "job.configured"),
    JOB_RENAMED(3, "job.renamed"),
    JOB_DELETED(4, "job.deleted"),
    FOLDER_CREATED(5, "folder.created"),
    FOLDER_CONFIGURED(6, "folder.configured"),
    FOLDER_RENAMED(7, "folder.renamed"),
    FOLDER_DELETED(8, "folder.deleted"),
    QUEUE_SUBMITTED(10, "queue.submitted"),
    QUEUE_UPDATED(11, "queue.updated"),
    QUEUE_CANCELLED(12, "queue.cancelled"),
    BUILD_STARTED(20, "build.started"),
    BUILD_UPDATED(21, "build.updated"),
    BUILD_FINISHED(22, "build.finished"),
    BUILD_COMPLETED(23, "build.completed"),
    BUILD_DELETED(24, "build.deleted"),
    USER_SAVED(30, "user.saved"),
    USER_DELETED(31, "user.deleted"),
    VIEW_SAVED(40, "view.saved"),
    VIEW_DELETED(41, "view.deleted"),
    NODE_CREATED(50, "node.created"),
    NODE_CONFIGURED(51, "node.configured"),
    NODE_RENAMED(52, "node.renamed"),
    NODE_DELETED(53, "node.deleted"),
    NODE_OFFLINE(54, "node.offline"),
    NODE_ONLINE(55, "node.online"),
    CREDENTIAL_SAVED(70, "credential.saved"),
    CREDENTIAL_DELETED(71, "credential.deleted"),
    CREDENTIAL_DOMAIN_SAVED(72, "credential-domain.saved"),
    CREDENTIAL_DOMAIN_DELETED(73, "credential-domain.deleted");

    private static final EventType[] BY_CODE = byCode();

    private final int code;
    private final String type;
    private final String subjectPrefix;

    EventType(int code, String type) {
        this.code = code;
        this.type = type;
        this.subjectPrefix = type.substring(0, type.indexOf('.')) + ":";
    }

    int code() {
        return code;
    }

    String type() {
        return type;
    }

    /** The whole subject, of which only {@code id} is on disk. */
    String subject(String id) {
        return subjectPrefix + id;
    }

    static EventType of(int code) {
        if (code < 0 || code >= BY_CODE.length || BY_CODE[code] == null) {
            throw Codes.unknown("type", code);
        }
        return BY_CODE[code];
    }

    private static EventType[] byCode() {
        var all = values();
        var byCode = new EventType[all[all.length - 1].code + 1];
        for (var each : all) {
            byCode[each.code] = each;
        }
        return byCode;
    }
}
