/// Screens of the tax season: previews and the custody list for the federation, missing numbers
/// for each association.
@NullMarked
package jp.bansho.numbers.taxfile.web;

import org.jspecify.annotations.NullMarked;
