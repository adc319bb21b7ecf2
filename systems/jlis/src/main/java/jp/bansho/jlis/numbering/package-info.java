/// Issues Individual Numbers (個人番号), one for each resident, for life, and keeps them sealed: the register says who,
/// this desk says what. A number comes out for an answer of the inquiry desk and for nothing else; a number is changed
/// only on demand (duties C1, S1). Looks at nobody.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.bansho.jlis.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
