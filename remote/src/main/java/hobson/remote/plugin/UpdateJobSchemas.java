package hobson.remote.plugin;

import hobson.engine.Reader;
import hobson.engine.plugin.PluginOffer;
import hobson.engine.plugin.UpdateJob;
import hobson.engine.plugin.UpdateJob.Status;
import hobson.engine.plugin.UpdateSite;
import hobson.engine.plugin.UpdateSites;
import hobson.export.Kind;
import hobson.export.Schema;
import hobson.export.Show;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the jobs of the update centre are shown, and by which words their states go. */
final class UpdateJobSchemas {
    private static final String CENTER = "hudson.model.UpdateCenter$";

    private final UpdateSites sites;
    private final Map<UpdateJob.Kind, Schema<UpdateJob, Reader>> byKind = new EnumMap<>(UpdateJob.Kind.class);

    UpdateJobSchemas(UpdateSites sites, Kind<PluginOffer, Reader> offers) {
        this.sites = sites;
        var base = Schema.<UpdateJob, Reader>named(CENTER + "UpdateCenterJob")
                .text("errorMessage", (job, _) -> job.error())
                .integer("id", (job, _) -> job.id())
                .text("type", (job, _) -> type(job.kind()))
                .build();
        for (var kind : UpdateJob.Kind.values()) {
            byKind.put(
                    kind,
                    switch (kind) {
                        case INSTALLATION, ENABLE, NO_OP -> installation(kind, base, offers);
                        case RESTART -> restart(base);
                    });
        }
    }

    Kind<UpdateJob, Reader> kind() {
        return Kind.<UpdateJob, Reader>declared(CENTER + "UpdateCenterJob", job -> byKind.get(job.kind()))
                .among(this::all);
    }

    /** Of jobs of every kind. */
    Collection<Schema<UpdateJob, Reader>> all() {
        return byKind.values();
    }

    Schema<UpdateJob, Reader> of(UpdateJob job) {
        return java.util.Objects.requireNonNull(byKind.get(job.kind()));
    }

    private static String type(UpdateJob.Kind kind) {
        return switch (kind) {
            case INSTALLATION -> "InstallationJob";
            case ENABLE -> "EnableJob";
            case NO_OP -> "NoOpJob";
            case RESTART -> "RestartJenkinsJob";
        };
    }

    /** The word by which clients know the state of an installation. */
    static String word(Status status) {
        return switch (status) {
            case PENDING -> "Pending";
            case RUNNING -> "Installing";
            case SUCCESS -> "Success";
            case SUCCESS_BUT_REQUIRES_RESTART -> "SuccessButRequiresRestart";
            case FAILURE -> "Failure";
            case CANCELED -> "Canceled";
        };
    }

    private Schema<UpdateJob, Reader> installation(
            UpdateJob.Kind kind, Schema<UpdateJob, Reader> base, Kind<PluginOffer, Reader> offers) {
        var statuses = new EnumMap<Status, Schema<Status, Reader>>(Status.class);
        for (var status : Status.values()) {
            statuses.put(
                    status,
                    Schema.<Status, Reader>named(CENTER + "DownloadJob$" + word(status))
                            .bool("success", (one, _) -> one.isSuccess())
                            .text("type", (one, _) -> word(one))
                            .build());
        }
        var statusKind = Kind.<Status, Reader>declared(CENTER + "DownloadJob$InstallStatus", statuses::get)
                .among(statuses::values);
        return Schema.<UpdateJob, Reader>named(CENTER + type(kind))
                .extend(base)
                .text("name", (job, _) -> job.name())
                .object("plugin", offers, (job, _) -> offer(job))
                .object("status", Show.DEFAULT.inline(), statusKind, (job, _) -> job.status())
                .build();
    }

    private @Nullable PluginOffer offer(UpdateJob job) {
        return sites.find(job.site() == null ? UpdateSite.DEFAULT : job.site())
                .flatMap(site -> sites.data(site).find(job.name()))
                .orElse(null);
    }

    private static Schema<UpdateJob, Reader> restart(Schema<UpdateJob, Reader> base) {
        var status = Schema.<UpdateJob, Reader>named(CENTER + "RestartJenkinsJob$RestartJenkinsJobStatus")
                .integer("id", (job, _) -> job.id())
                .text("type", (job, _) -> job.status() == Status.RUNNING ? "Running" : word(job.status()))
                .build();
        return Schema.<UpdateJob, Reader>named(CENTER + type(UpdateJob.Kind.RESTART))
                .extend(base)
                .object("status", Show.DEFAULT.inline(), Kind.exactly(status), (job, _) -> job)
                .build();
    }
}
