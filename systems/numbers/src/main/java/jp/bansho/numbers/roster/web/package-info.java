/// The screens NUM-05xx users, NUM-06xx approvals and NUM-07xx reviews.
@NullMarked
package jp.bansho.numbers.roster.web;

import org.jspecify.annotations.NullMarked;
