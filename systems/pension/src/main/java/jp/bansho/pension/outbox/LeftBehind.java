package jp.bansho.pension.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.bansho.media.Delivered;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;

/// What an attempt that was killed left in the place of a parcel.
///
/// @param label what the parcel there has to say of itself
record LeftBehind(Path folder, Label label, Post post, InstantSource clock) {

    private static final String REMAINS = "s[0-9]{7}\\.cms|manifest\\.new";

    /// The parcel itself, if it was finished; the rest of an unfinished one is removed.
    ///
    /// @throws OutboxRefused if it is anything else
    Optional<Delivered> finished() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.exists(folder.resolve("manifest.cms"), LinkOption.NOFOLLOW_LINKS)) {
            clear();
            return Optional.empty();
        }
        var purposes = Set.of(label.purpose());
        var self = new TrustedSenders(
                List.of(new TrustedSender(label.from(), post.own().certificate(), purposes)));
        try {
            var found = new ParcelReader(new Receiving(label.to(), purposes, self, _ -> false, clock)).inspect(folder);
            if (found.manifest().label().equals(label)) {
                return Optional.of(new Delivered(found.manifest(), found.manifestHash()));
            }
        } catch (ParcelRefused e) {
            throw OutboxRefused.strange();
        }
        throw OutboxRefused.strange();
    }

    private void clear() {
        try (var files = Files.list(folder)) {
            var remains = files.toList();
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    || remains.stream()
                            .anyMatch(
                                    file -> !String.valueOf(file.getFileName()).matches(REMAINS))) {
                throw OutboxRefused.strange();
            }
            for (var file : remains) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw OutboxRefused.strange();
        }
    }
}
