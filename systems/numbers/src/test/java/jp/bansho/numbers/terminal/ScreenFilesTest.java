package jp.bansho.numbers.terminal;

import jp.bansho.testing.ScreenFilesCheck;

/// The screens of the number machine.
class ScreenFilesTest extends ScreenFilesCheck {}
