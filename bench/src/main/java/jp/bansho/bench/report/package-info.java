/// What the benchmark found, as values, and how it is written: `latest.json` for programs, `latest.md` for people.
@NullMarked
package jp.bansho.bench.report;

import org.jspecify.annotations.NullMarked;
