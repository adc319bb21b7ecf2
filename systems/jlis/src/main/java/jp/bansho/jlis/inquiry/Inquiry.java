package jp.bansho.jlis.inquiry;

import java.util.BitSet;

/// One row of a batch.
///
/// @param withRemoved whether removed residents (消除者), and so what was before, count
/// @param wrong       columns whose content breaks a rule and is not given back
record Inquiry(Asked asked, Period period, boolean withRemoved, BitSet wrong) {}
