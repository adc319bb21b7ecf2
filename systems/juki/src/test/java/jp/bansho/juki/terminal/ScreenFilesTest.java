package jp.bansho.juki.terminal;

import jp.bansho.testing.ScreenFilesCheck;

/// The screens of the Juki-net machine.
class ScreenFilesTest extends ScreenFilesCheck {}
