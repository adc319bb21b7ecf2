/// The screens of the record: search, one record, findings of the check, planted people.
@NullMarked
package jp.bansho.numbers.inspection.web;

import org.jspecify.annotations.NullMarked;
