package jp.bansho.numbers.intake;

import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.bansho.numbers.intake.SourceRow.Claim;

/// A batch with the index value of each row's number; rows without a number have one that is never used.
record TaggedBatch(SourceBatch batch, List<UUID> tags) {

    int size() {
        return tags.size();
    }

    SourceRow row(int index) {
        return batch.rows().get(index);
    }

    void claims(BiConsumer<Claim, UUID> each) {
        for (var i = 0; i < tags.size(); i++) {
            if (row(i) instanceof Claim claim) {
                each.accept(claim, tags.get(i));
            }
        }
    }
}
