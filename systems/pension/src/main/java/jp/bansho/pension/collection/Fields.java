package jp.bansho.pension.collection;

import java.util.Optional;
import jp.bansho.layout.Code;
import jp.bansho.layout.CodeTable;
import jp.bansho.layout.fixed.FixedLayout;

/// The layout `special-collection`: its fields by number, and its code values, which are all
/// assigned by this project.
final class Fields {

    static final FixedLayout LAYOUT = FixedLayout.find("special-collection");
    static final CodeTable CODES = CodeTable.of(LAYOUT.id());

    // of every record
    static final int MUNICIPALITY = 2;
    static final int COLLECTOR = 3;
    static final int NOTICE = 4;
    static final int SYSTEM = 6;
    static final int MADE_ON = 7;

    // of a data record
    static final int BASIC_PENSION_NUMBER = 8;
    static final int BORN = 11;
    static final int KANA = 13;
    static final int RESULT = 23;
    static final int AMOUNT_1 = 26;
    static final int AMOUNT_2 = 27;
    static final int AMOUNT_3 = 28;
    static final int CERTIFICATE = 30;

    // of a trailer
    static final int SUM_1 = 9;
    static final int SUM_2 = 10;
    static final int SUM_3 = 11;

    /// Behind the meaning of what was asked: the meaning of its answer.
    static final String ANSWER = "-answer";

    private Fields() {}

    /// What a code of that field means; nothing if it is not known.
    static Optional<String> meaning(int field, String value) {
        return CODES.find(field, value).map(Code::meaning);
    }

    /// What a meaning of that field is called in Japanese.
    static String japanese(int field, String meaning) {
        return CODES.find(field, CODES.value(field, meaning))
                .map(Code::japanese)
                .orElseThrow();
    }
}
