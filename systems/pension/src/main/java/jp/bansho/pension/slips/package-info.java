/// The slips: yearly sums of all associations' payments, written as withholding slips (源泉徴収票) and
/// payment reports (支払報告書) keyed by user number, frozen under an approval and cut into one sealed
/// parcel for the number machine (duties P2, P4, N6).
@ApplicationModule(allowedDependencies = {"store", "staff", "outbox"})
@NullMarked
package jp.bansho.pension.slips;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
