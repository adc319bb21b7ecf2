/// The frame of every machine's command line: exit codes, progress, refusals in two languages.
@NullMarked
package jp.bansho.machine.command;

import org.jspecify.annotations.NullMarked;
