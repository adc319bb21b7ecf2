/// The Individual Number management system (個人番号管理システム).
@NullMarked
package jp.bansho.numbers;

import org.jspecify.annotations.NullMarked;
