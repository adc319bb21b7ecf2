/// Screens of the intake desk: upload and confirmation (N5), jobs with their progress, and the work list.
@NullMarked
package jp.bansho.numbers.intake.web;

import org.jspecify.annotations.NullMarked;
