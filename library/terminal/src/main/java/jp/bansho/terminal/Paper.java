package jp.bansho.terminal;

import org.jspecify.annotations.Nullable;

/// What stands around a page made for paper.
///
/// @param form     様式番号
/// @param document 文書番号
/// @param back     address of 戻る
public record Paper(
        @Nullable String form, @Nullable String document, String date, String madeBy, String madeAt, String back) {}
