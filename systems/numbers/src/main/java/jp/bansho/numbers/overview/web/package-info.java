/// Home: the work list, and the dashboards.
@NullMarked
package jp.bansho.numbers.overview.web;

import org.jspecify.annotations.NullMarked;
