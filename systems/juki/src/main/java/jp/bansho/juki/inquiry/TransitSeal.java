package jp.bansho.juki.inquiry;

import jp.bansho.seal.AssociatedData;
import jp.bansho.seal.KeyRing;
import jp.bansho.seal.Sealer;

/// Seals a job's batches under the job's own key, each bound to its place (S1). One thread.
public final class TransitSeal {

    private final Sealer sealer;
    private final AssociatedData place = new AssociatedData("bansho/juki/batch/1", 4);
    private final int association;
    private final int version;

    /// The seal of a job.
    public TransitSeal(KeyRing ring, Job job) {
        this(new Sealer(ring.secretKey(job.key())), job.association(), job.keyVersion());
    }

    TransitSeal(Sealer sealer, int association, int version) {
        this.sealer = sealer;
        this.association = association;
        this.version = version;
    }

    byte[] sealInquiries(int batch, byte[] rows) {
        return sealer.seal(rows, place(batch, 1));
    }

    byte[] openInquiries(int batch, byte[] sealed) {
        return sealer.open(sealed, place(batch, 1), "inquiries of batch " + batch);
    }

    byte[] sealAnswer(int batch, byte[] rows) {
        return sealer.seal(rows, place(batch, 2));
    }

    /// Opens the answer to a batch.
    public byte[] openAnswer(int batch, byte[] sealed) {
        return sealer.open(sealed, place(batch, 2), "answer to batch " + batch);
    }

    private byte[] place(int batch, int direction) {
        return place.begin()
                .add(association)
                .add(version)
                .add(batch)
                .add(direction)
                .bytes();
    }
}
