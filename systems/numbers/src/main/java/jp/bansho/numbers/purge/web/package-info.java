/// The screen of the record's period and of purges.
@NullMarked
package jp.bansho.numbers.purge.web;

import org.jspecify.annotations.NullMarked;
