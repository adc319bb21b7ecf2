package jp.bansho.pension.cutting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.machine.StoreBroken;
import jp.bansho.media.Addressee;
import jp.bansho.media.CertifiedKey;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;

/// Where a parcel is made: what was left there by a cut that was killed, and the parcel itself.
final class Outbox {

    private static final String REMAINS = "s[0-9]{7}\\.cms|manifest\\.new";

    /// This machine on a medium.
    static final String SENDER = "pension";

    /// The machine of the resident register network on a medium.
    static final String RECIPIENT = "juki";

    /// Who signs, and for whom it is sealed.
    record Post(CertifiedKey own, Addressee recipient) {}

    private final Path folder;
    private final Label label;
    private final Post post;
    private final InstantSource clock;

    Outbox(CutOrder order, CutTable.Row cut, Post post, InstantSource clock) {
        this.folder = order.outbox().resolve(folderName(order));
        this.post = post;
        this.clock = clock;
        this.label = new Label(
                new ParcelNumber(cut.parcel()),
                "identity-inquiries",
                order.purpose().word(),
                approval(cut),
                SENDER,
                RECIPIENT,
                order.applicant().name(),
                order.useBy(),
                "destroy after intake, send the certificate");
    }

    static String approval(CutTable.Row cut) {
        return "A-" + cut.id();
    }

    private static String folderName(CutOrder order) {
        return "inquiries-%02d-%s-%s"
                .formatted(order.association(), order.purpose().word(), order.referenceDay());
    }

    Path folder() {
        return folder;
    }

    /// The finished parcel of this cut, if a cut that was killed left one: the hash of its
    /// manifest.
    ///
    /// @throws CutRefused if something else lies there
    Optional<String> finished() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.exists(folder.resolve("manifest.cms"), LinkOption.NOFOLLOW_LINKS)) {
            clear();
            return Optional.empty();
        }
        var purposes = Set.of(label.purpose());
        var self =
                new TrustedSenders(List.of(new TrustedSender(SENDER, post.own().certificate(), purposes)));
        try {
            var found = new ParcelReader(new Receiving(RECIPIENT, purposes, self, _ -> false, clock)).inspect(folder);
            var stated = found.manifest().label();
            if (stated.number().equals(label.number()) && stated.approval().equals(label.approval())) {
                return Optional.of(found.manifestHash());
            }
        } catch (ParcelRefused e) {
            throw CutRefused.strange();
        }
        throw CutRefused.strange();
    }

    /// Removes an unfinished parcel, and only that.
    private void clear() {
        try (var files = Files.list(folder)) {
            var remains = files.toList();
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || remains.stream()
                            .anyMatch(
                                    file -> !String.valueOf(file.getFileName()).matches(REMAINS))) {
                throw CutRefused.strange();
            }
            for (var file : remains) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw CutRefused.strange();
        }
    }

    /// Makes the parcel.
    ///
    /// @return the hash of its manifest
    /// @throws CutRefused if others are to be asked about than were counted when it was approved;
    ///     no parcel then
    String make(Connection connection, InquiryRows rows, int association, People approved) throws SQLException {
        var name = "identity-inquiries-%02d.csv".formatted(association);
        try (var writer = ParcelWriter.begin(folder, label, post.own(), post.recipient(), clock)) {
            writer.add(name, out -> {
                try {
                    rows.write(connection, out);
                } catch (SQLException e) {
                    throw new StoreBroken(e);
                }
                return new Counts(rows.people().all(), rows.people().all());
            });
            if (!rows.people().equals(approved)) {
                throw CutRefused.changedMeanwhile();
            }
            return writer.finish().manifestHash();
        } catch (IOException e) {
            throw new UncheckedIOException("the parcel cannot be written", e);
        }
    }
}
