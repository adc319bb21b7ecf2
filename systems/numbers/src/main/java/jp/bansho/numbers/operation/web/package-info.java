/// The screens NUM-1101 and NUM-1102, and the figures for a watching machine.
@NullMarked
package jp.bansho.numbers.operation.web;

import org.jspecify.annotations.NullMarked;
