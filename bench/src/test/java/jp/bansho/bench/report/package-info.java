/// How reports are written, on fixed measurements: no test here reads a clock.
@NullMarked
package jp.bansho.bench.report;

import org.jspecify.annotations.NullMarked;
