package jp.bansho.jlis.inquiry;

/// How much was asked so far.
///
/// @param kept answers that are still kept
public record InquiryCounts(
        long batches, long inquiries, long found, long noHit, long several, long inError, long kept) {}
