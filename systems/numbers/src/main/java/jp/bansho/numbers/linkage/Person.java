package jp.bansho.numbers.linkage;

import org.jspecify.annotations.Nullable;

/// A person as this system knows one: handles and identifiers, no number, no name (N1).
///
/// @param id                 internal handle
/// @param userNumber         利用番号
/// @param ownNumber          共済組合独自番号
/// @param certificateNumber  年金証書記号番号
/// @param basicPensionNumber 基礎年金番号
/// @param payrollNumber      給料記録番号
public record Person(
        long id,
        int association,
        Kind kind,
        boolean pensionUse,
        boolean taxUse,
        String userNumber,
        @Nullable String ownNumber,
        @Nullable String certificateNumber,
        @Nullable String basicPensionNumber,
        @Nullable String payrollNumber) {}
