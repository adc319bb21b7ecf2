package jp.bansho.numbers.registry.web;

import jp.bansho.numbers.linkage.Identifier;

/// What the form of a search by identifier holds.
///
/// @param by     name of an [Identifier]
/// @param sought what was typed
record FindForm(String association, String by, String sought, String purpose, String caseReference) {

    static final FindForm EMPTY = new FindForm("", Identifier.USER_NUMBER.name(), "", "", "");
}
