/// The business terminal 業務端末 of a machine: the server that people's browsers talk to, who is at the terminal, whether
/// they may do what they ask for, and the frame of every screen. What a machine adds is its [Premises] and its screens.
/// Duties A1, A5, A8, J4, L1, S2.
@NullMarked
package jp.bansho.terminal;

import org.jspecify.annotations.NullMarked;
