package jp.bansho.pension.cutting;

/// How many people are asked about.
///
/// @param recipients 受給権者
/// @param spouses    加給年金額対象配偶者
/// @param byCode     of both, by resident record code; the others by the four basic items
public record People(long recipients, long spouses, long byCode) {

    /// All of them.
    public long all() {
        return recipients + spouses;
    }
}
