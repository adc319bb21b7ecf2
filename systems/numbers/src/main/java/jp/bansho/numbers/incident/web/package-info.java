/// The screens of incidents: list, one, a step, the duty to report, the draft and its paper, closing (NUM-10xx).
@NullMarked
package jp.bansho.numbers.incident.web;

import org.jspecify.annotations.NullMarked;
