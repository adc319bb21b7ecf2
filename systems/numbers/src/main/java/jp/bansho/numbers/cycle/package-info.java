/// The duties that come again: every odd month who lives and whose number changed (N8, J6), every
/// October next year's declarations of dependants against what is held (N9). Keeps the rounds:
/// opened by their first file, counted, closed with what is left open; and the calendar that
/// reminds of them. What a file says of people is taken down by intake, as proposed changes with
/// evidence, and decided there.
@ApplicationModule(
        allowedDependencies = {"store", "staff", "linkage", "vault", "job", "intake", "terminal", "installation"})
@NullMarked
package jp.bansho.numbers.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
