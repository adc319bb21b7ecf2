package jp.bansho.media;

import org.jspecify.annotations.Nullable;

/// A parcel is not written, not taken in, or not read on; says why, in two languages, and shows nothing
/// of the content.
public final class ParcelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ParcelRefused(Reason reason) {
        this(reason, null);
    }

    ParcelRefused(Reason reason, @Nullable Throwable cause) {
        super(reason.english() + " / " + reason.japanese(), cause);
        this.reason = reason;
    }

    /// About one segment.
    ParcelRefused(Reason reason, Segment segment, @Nullable Throwable cause) {
        super(
                "%s / %s (%s)".formatted(reason.english(), reason.japanese(), ParcelFiles.segment(segment.place())),
                cause);
        this.reason = reason;
    }

    /// Why.
    public Reason reason() {
        return reason;
    }
}
