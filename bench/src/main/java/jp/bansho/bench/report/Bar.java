package jp.bansho.bench.report;

/// One bar and what was measured against it.
///
/// @param name     what is measured, stable from run to run
/// @param measured the figure; its unit is in the name
/// @param bar      the limit in words, such as `>= 0.5`
/// @param people   how many people (or slips, where the name says so) it was measured with
public record Bar(String name, double measured, String bar, boolean holds, long people) {

    /// A bar that is held from a limit upwards.
    public static Bar atLeast(String name, double measured, double limit, long people) {
        return new Bar(name, measured, ">= " + plain(limit), measured >= limit, people);
    }

    /// A bar that is held up to a limit.
    public static Bar atMost(String name, double measured, double limit, long people) {
        return new Bar(name, measured, "<= " + plain(limit), measured <= limit, people);
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
