/// The screens of periods and erasures, NUM-09xx.
@NullMarked
package jp.bansho.numbers.erasure.web;

import org.jspecify.annotations.NullMarked;
