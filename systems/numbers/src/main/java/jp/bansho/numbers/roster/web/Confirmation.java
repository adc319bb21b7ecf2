package jp.bansho.numbers.roster.web;

import java.util.List;
import java.util.Map;

/// A page that shows what is about to be done, before it is done.
///
/// @param title   of the page
/// @param screen  its ID
/// @param steps   words of the steps; this page is the second
/// @param intro   what will happen and when
/// @param facts   what is to be done
/// @param changes what was and what becomes; empty where nothing was before
/// @param hidden  the typed content, to be sent again
/// @param action  where the form goes
/// @param act     words of the button
/// @param danger  true if it takes something away
record Confirmation(
        String title,
        String screen,
        List<String> steps,
        String intro,
        List<Fact> facts,
        List<Change> changes,
        Map<String, String> hidden,
        String action,
        String act,
        boolean danger) {

    /// Without the content: names may stand in it.
    @Override
    public String toString() {
        return "Confirmation[" + screen + "]";
    }
}
