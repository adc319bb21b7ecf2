/// Where is every medium, and who had it? The ledger of media 媒体管理簿 (duties M2-M5, L4): media,
/// the parcels on them, each step with the two people it takes, stock-taking, certificates of
/// disposal.
///
/// The front door is [jp.bansho.media.ledger.Ledger]. All its methods work on the caller's
/// connection and transaction, in the scope of role `bansho_media`, and give back what has to go
/// into the record of use in the same transaction. Described in `docs/formats/ledger.md`.
@NullMarked
package jp.bansho.media.ledger;

import org.jspecify.annotations.NullMarked;
