/// Tests of the intake desk's screens.
@NullMarked
package jp.bansho.numbers.intake.web;

import org.jspecify.annotations.NullMarked;
