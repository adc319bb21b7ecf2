package jp.bansho.numbers.registry;

import java.util.List;
import jp.bansho.numbers.intake.OpenWork;

/// All that the sheet of a person shows, read at one moment.
///
/// @param work what waits for a decision about the person; empty unless the page is shown
/// @param uses who was there before, the newest first; empty unless the page is shown
public record PersonSheet(PersonPage page, List<OpenWork> work, List<Use> uses) {}
