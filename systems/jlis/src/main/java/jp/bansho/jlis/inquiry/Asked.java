package jp.bansho.jlis.inquiry;

import jp.bansho.identifiers.ResidentRecordCode;
import jp.bansho.jlis.residents.Place;

/// Whom an inquiry means.
sealed interface Asked {

    /// 住民票コード照会.
    record ByCode(ResidentRecordCode code) implements Asked {}

    /// 4情報照会: name with kana, and birth, sex and municipality as the register finds them, and the address.
    record ByItems(String name, String kana, Place place, String address) implements Asked {

        /// Nothing of the person.
        @Override
        public String toString() {
            return "ByItems";
        }
    }

    /// 要求誤り: nobody can be meant by this.
    record InError() implements Asked {}
}
