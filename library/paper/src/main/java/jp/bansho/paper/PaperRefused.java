package jp.bansho.paper;

/// A document that cannot become paper; the message names the place of the fault and never repeats the document's text.
public final class PaperRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    PaperRefused(String reason) {
        super(reason);
    }
}
