package jp.bansho.numbers.intake;

import java.nio.file.Path;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;

/// An order to register a file.
///
/// @param kind        results, dependants or identifiers
/// @param association code of the association (構成組合) whose people these are
/// @param again       run it although the very same file was worked off before
public record IntakeOrder(JobKind kind, Actor actor, Purpose purpose, int association, Path file, boolean again) {}
