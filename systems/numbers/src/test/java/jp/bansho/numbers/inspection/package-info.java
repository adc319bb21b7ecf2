/// Tests of the inspection desk.
@org.jspecify.annotations.NullMarked
package jp.bansho.numbers.inspection;
