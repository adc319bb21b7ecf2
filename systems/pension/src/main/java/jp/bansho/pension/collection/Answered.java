package jp.bansho.pension.collection;

import java.nio.file.Path;

/// An answer as it was written.
///
/// @param file           number of the file it answers, 7 of `F-7`
/// @param place          where it lies
/// @param digest         SHA-256 of its bytes
/// @param municipalities groups in it
/// @param records        data records in it, the same as in the file
/// @param matched        how many of them are collected
/// @param again          whether the same answer was written before
public record Answered(
        long file, Path place, String digest, int municipalities, long records, long matched, boolean again) {}
