package jp.bansho.jlis.inquiry;

/// One row of a batch.
///
/// @param withRemoved whether removed residents (消除者), and so what was before, count
record Inquiry(Asked asked, Period period, boolean withRemoved) {}
