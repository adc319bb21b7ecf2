package jp.bansho.pension.outbox;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.bansho.media.ledger.Approved;
import jp.bansho.media.ledger.ParcelOrder;

/// What is to leave in one parcel, as it was applied for and approved. The same consignment again is the same parcel.
///
/// @param application number of the application, from [Outbox#application]
/// @param party       who makes it, approves it, stands beside
/// @param association in whose ledger it stands, 1 to 99
/// @param content     kind of the content, the word of a layout
/// @param purpose     what it may be used for 利用目的, a word
/// @param recipient   machine or organisation, as in manifests
/// @param useBy       last day on which it may be taken in, in Japan
/// @param wayOfReturn what has to become of the medium after use 返却方法
/// @param medium      number of the own medium; entered in the ledger if it is new
/// @param folder      the parcel's folder on it; must not exist before
public record Consignment(
        long application,
        Party party,
        int association,
        String content,
        String purpose,
        String recipient,
        LocalDate useBy,
        String wayOfReturn,
        String medium,
        Path folder) {

    ParcelOrder order() {
        return new ParcelOrder(content, purpose, Outbox.SENDER, recipient, useBy, wayOfReturn);
    }

    Approved approved() {
        return new Approved(
                application, party.applicant().name(), party.approver().name(), order().payloadHash());
    }
}
