/// An invented, realistic population of any size: the files that the number machine takes in, and the truth about them.
///
/// Nothing here knows the code that reads these files. What a valid number, a valid slip or a valid
/// row is, is written a second time in this package on purpose, so that a mistake in one of the two
/// shows as a difference (duties N1, N2, N4, N5, N6, N8).
@NullMarked
package jp.bansho.population;

import org.jspecify.annotations.NullMarked;
