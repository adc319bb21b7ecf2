package jp.bansho.numbers.intake;

import java.util.Set;

/// What a rule may decide about a row without a person. Rules apply to exactly one hit by resident
/// record code only: four items can be those of somebody else.
///
/// @param certifiedNumber a number that J-LIS says is a changed one
/// @param death           a death whose day stands in the row
/// @param leaving         reasons of a change (異動事由) after which somebody is out of the inquiry's scope
public record ByRule(boolean certifiedNumber, boolean death, Set<String> leaving) {

    /// The name of the first rule in the table of rules and in records.
    public static final String CERTIFIED_NUMBER = "certified-number";

    /// The name of the second rule.
    public static final String DEATH_BY_CODE = "death-by-code";

    /// True if that is the name of a rule.
    static boolean accepted(String word) {
        return word.equals(CERTIFIED_NUMBER) || word.equals(DEATH_BY_CODE);
    }

    boolean acceptsNumber(LifeStatus life) {
        return certifiedNumber && life.byCode();
    }

    boolean acceptsDeath(LifeStatus life) {
        return death && life.byCode() && life.day() != null;
    }
}
