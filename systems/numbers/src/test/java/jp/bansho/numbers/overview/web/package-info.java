/// Tests of home and the dashboard.
@NullMarked
package jp.bansho.numbers.overview.web;

import org.jspecify.annotations.NullMarked;
