/// The special collection (年金特別徴収): takes in what municipalities ask to be collected from which
/// pension, finds whose pension it is, and answers in the same layout (duty P2). Their files
/// hold names and addresses and no Individual Number; neither is kept, only records by place,
/// handle and amounts.
@ApplicationModule(allowedDependencies = {"store", "staff", "members"})
@NullMarked
package jp.bansho.pension.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
