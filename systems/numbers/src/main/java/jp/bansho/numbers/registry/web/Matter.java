package jp.bansho.numbers.registry.web;

import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Ground;

/// What a member works on: named at the search, and carried from screen to screen until another one is named (L1).
///
/// @param row           row of the table of purposes, such as `P-03`
/// @param caseReference 事案番号; empty if none was named
record Matter(int association, String row, String caseReference) {

    Ground ground(Member member) {
        return new Ground(member.department(), row);
    }
}
