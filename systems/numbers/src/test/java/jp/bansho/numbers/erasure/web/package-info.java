/// Tests of the screens of periods and erasures.
@NullMarked
package jp.bansho.numbers.erasure.web;

import org.jspecify.annotations.NullMarked;
