package jp.bansho.pension.collection;

import java.util.List;

/// What was asked and what became of it, in counts.
///
/// @param counted  by file, municipality and outcome
/// @param compared with the payments of a tax year, by municipality and system
public record Listed(List<Counted> counted, List<Compared> compared) {

    /// Keeps the lists.
    public Listed {
        counted = List.copyOf(counted);
        compared = List.copyOf(compared);
    }

    /// Records of one municipality in one file that ended alike.
    ///
    /// @param notice `request`, `change` or `stop`
    /// @param system `care`, `health`, `aged` or `resident-tax`
    public record Counted(
            long file,
            String municipality,
            String notice,
            String system,
            Outcome outcome,
            long records,
            boolean answered) {}

    /// What one municipality asked beside what was collected from the same pensions, over a
    /// year's payments.
    ///
    /// @param pensioners whose payments are compared
    /// @param payments   how many payments
    /// @param differing  how many of them differ
    /// @param asked      yen
    /// @param collected  yen
    public record Compared(
            String municipality,
            String system,
            long pensioners,
            long payments,
            long differing,
            long asked,
            long collected) {}

    /// The name of a system in Japanese.
    public static String japanese(String system) {
        return Fields.japanese(Fields.SYSTEM, system);
    }

    /// Payments that differ from what was asked.
    public long differing() {
        return compared.stream().mapToLong(Compared::differing).sum();
    }
}
