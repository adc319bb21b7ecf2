/// The screens NUM-1103 and NUM-1104: emergency sessions.
@NullMarked
package jp.bansho.numbers.emergency.web;

import org.jspecify.annotations.NullMarked;
