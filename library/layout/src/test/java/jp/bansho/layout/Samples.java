package jp.bansho.layout;

import java.util.List;

/// Fields that are worded as they have to be, among them those at the edge of the rules.
final class Samples {

    private Samples() {}

    static List<String> of(Wording wording) {
        return switch (wording) {
            case ADDRESS ->
                List.of(
                        "大阪市中央区大手前２−２−２",
                        "大阪府大阪市中央区大手前２−２−２　番所マンション１０１",
                        "東京都千代田区霞が関三丁目１・２〜４",
                        "中央区大手前２丁目",
                        "北海道上川郡東川町西町１",
                        "京都市上京区",
                        "番所太郎様方",
                        "１２３−４５６７８番地",
                        "岩手県盛岡市地区町１区");
            case NAME -> List.of("番所　太郎", "番所太郎", "マリア・テレサ　サントス", "林", "様", "凜　熙", "佐々木　ヰ子", "氏家　氏子");
            case ORGANISATION ->
                List.of(
                        "（株）財務産業",
                        "財務産業（株",
                        "株）財務産業",
                        "財務産業（株）",
                        "株",
                        "番所市町村連合会（架空）",
                        "（社団法人）番所会",
                        "学校法人番所学園",
                        "（ＫＫ）番所");
            case KANA -> List.of("バンショ　タロウ", "ﾊﾞﾝｼﾖ ﾀﾛｳ", "マリア・テレサ", "ヴー", "ヵヶ");
            case TELEPHONE -> List.of("03-3581-4161", "03(3581)4161", "090-1234-5678", "0120-123-456", "05979-2-1234");
            case CORPORATE_NUMBER -> List.of("5835678256246", "1180301018771", "7000012050002", "9000020281000");
            case INDIVIDUAL_NUMBER -> List.of("0123456789018", "0123456789050", "0123456789000");
            case MUNICIPALITY -> List.of("27128", "271284", "280003", "011002", "473821", "01100");
        };
    }
}
